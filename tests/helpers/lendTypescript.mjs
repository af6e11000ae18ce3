// `node --import` this before a generator that calls the TypeScript compiler as a library; see typescriptForGenerators.mjs.
import { register } from 'node:module';

const lent = new URL('./typescriptForGenerators.mjs', import.meta.url).href;
const resolve = `export const resolve = (name, context, next) =>
  next(name === 'typescript' ? ${JSON.stringify(lent)} : name, context);`;
register(`data:text/javascript,${encodeURIComponent(resolve)}`);
