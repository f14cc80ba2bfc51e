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

  // What is shown may not be so any more.
  const lost = document.getElementById('lost');
  const say = text => {
    if (lost.textContent !== text) lost.textContent = text;
    lost.hidden = !text;
  };
  document.addEventListener('htmx:sendError', () => say('The host does not answer. This page asks again.'));
  document.addEventListener('htmx:responseError', event => say(event.detail.xhr.responseText.trim()));
  document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) say(''); });

  // Told before it is sent, rather than after.
  for (const input of document.querySelectorAll('input[data-most]')) {
    input.addEventListener('change', () => {
      const over = input.files.length > 0 && input.files[0].size > Number(input.dataset.most);
      input.setCustomValidity(over ? 'This file is too large.' : '');
      input.reportValidity();
    });
  }

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
