// An HTTP handler as service workers and StarlingMonkey have it: the same paths as http-echo.

addEventListener('fetch', (event) => event.respondWith(answer(event.request)));

async function answer(request) {
  const { pathname } = new URL(request.url);
  switch (pathname) {
    case '/info': {
      const headers = [...request.headers].map(([name, value]) => `header: ${name}: ${value}\n`);
      return new Response(`method: ${request.method}\nurl: ${request.url}\n${headers.join('')}`);
    }
    case '/echo':
      return new Response(request.body, {
        headers: { 'content-type': request.headers.get('content-type') ?? 'application/octet-stream' },
      });
    case '/upper':
      return new Response((await request.text()).toUpperCase());
    default:
      return new Response(`nothing at ${pathname}; there are /info, /echo and /upper\n`, { status: 404 });
  }
}
