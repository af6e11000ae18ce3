// The document of the API for people, by Scalar, and GraphiQL while developing. All of it comes from this server.
import { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import type { Settings } from '../config.js';
import { type Script, scalarScript } from './docs/scalarScript.js';

const self = ["'self'"];

/** Only what this server sends may run, and nothing else is asked. Scalar computes its styles. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: self,
  styleSrc: [...self, "'unsafe-inline'"],
  imgSrc: [...self, 'data:'],
  fontSrc: [...self, 'data:'],
  connectSrc: self,
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** GraphiQL is one page with everything in it, and makes workers of it. */
const developmentPolicy = {
  ...policy,
  scriptSrc: [...self, "'unsafe-inline'", "'unsafe-eval'", 'blob:'],
  workerSrc: ['blob:'],
};

const withPolicy = (directives: typeof policy): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: false,
    // said for every answer in app.ts
    strictTransportSecurity: false,
  });

const page = (version: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Forthright API</title>
<link rel="icon" href="data:,">
</head>
<body>
<noscript>The same as JSON: <a href="/api/openapi.json">/api/openapi.json</a></noscript>
<div id="app"></div>
<script src="/docs/scalar.js?v=${version}"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** Nothing is sent to Scalar: no fonts, no proxy, no assistant. */
const start = `Scalar.createApiReference('#app', ${JSON.stringify({
  url: '/api/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  defaultOpenFirstTag: false,
})});
`;

function sendScript({ gzipped, text, version }: Script): RequestHandler {
  return (req, res) => {
    const isNamed = req.query.v === version;
    res.set('Cache-Control', isNamed ? 'public, max-age=31536000, immutable' : 'no-cache');
    res.vary('Accept-Encoding').type('text/javascript; charset=utf-8');
    const isPacked = req.acceptsEncodings('gzip') === 'gzip';
    if (isPacked) res.set('Content-Encoding', 'gzip');
    res.send(isPacked ? gzipped : text);
  };
}

/** The package is there while developing only. */
const showGraphiql: RequestHandler = async (_req, res) => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  res.set('Cache-Control', 'no-store').type('html');
  res.send(renderGraphiQL({ endpoint: '/api/graphql', title: 'Forthright GraphQL' }));
};

/** Mounted at /docs. */
export function createDocsDoor({ production }: Pick<Settings, 'production'>): Router {
  const router = Router({ caseSensitive: true });
  if (!production) router.get('/graphiql', withPolicy(developmentPolicy), showGraphiql);
  router.use(withPolicy(policy));
  router.get('/', async (_req, res) => {
    const { version } = await scalarScript();
    res.set('Cache-Control', 'no-cache').type('html').send(page(version));
  });
  router.get('/start.js', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8').send(start);
  });
  router.get('/scalar.js', async (req, res, next) => sendScript(await scalarScript())(req, res, next));
  return router;
}
