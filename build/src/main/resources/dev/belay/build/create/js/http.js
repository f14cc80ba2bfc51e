// Answers requests: which path is answered by what.

addEventListener('fetch', (event) => event.respondWith(answer(new URL(event.request.url).pathname)));

function answer(path) {
  if (path === '/') {
    return new Response('Hello from @name@\n');
  }
  const greeted = /^\/hello\/(.+)$/.exec(path);
  if (greeted) {
    return new Response(`Hello, ${greeted[1]}\n`);
  }
  return new Response(`Nothing at ${path}; there are / and /hello/NAME\n`, { status: 404 });
}
