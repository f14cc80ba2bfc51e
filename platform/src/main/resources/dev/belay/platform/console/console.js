// Works beside htmx. Without it the pages stand still, and all forms work.
(() => {
  const MOST_LINES = 500;
  const seen = new WeakMap();

  // What is as it was is left alone: focus stays, and nothing is read out again.
  document.addEventListener('htmx:beforeSwap', event => {
    const {target, serverResponse, xhr} = event.detail;
    if (target.id === 'log' || xhr.status !== 200) return;
    if (seen.get(target) === serverResponse) event.detail.shouldSwap = false;
    seen.set(target, serverResponse);
  });

  const log = document.getElementById('log');
  if (log) {
    log.scrollTop = log.scrollHeight;
    document.addEventListener('htmx:afterSwap', event => {
      if (event.detail.target !== log) return;
      while (log.childElementCount > MOST_LINES) log.firstElementChild.remove();
      if (!log.matches(':focus-within, :hover')) log.scrollTop = log.scrollHeight;
    });
  }

  // The shares stay 100 together: what one gets, the others lose, in turn.
  const form = document.querySelector('.shares');
  if (form) {
    const ranges = [...form.querySelectorAll('input[type=range]')];
    form.addEventListener('input', event => {
      let over = ranges.reduce((sum, range) => sum + range.valueAsNumber, 0) - 100;
      for (const range of ranges) {
        if (range === event.target) continue;
        const value = Math.min(100, Math.max(0, range.valueAsNumber - over));
        over -= range.valueAsNumber - value;
        range.valueAsNumber = value;
      }
      ranges.forEach(range => { range.nextElementSibling.value = range.value + ' %'; });
    });
  }
})();
