// What openapi-typescript takes for `typescript`: the compiler that can still be called as a library. Ours (7) is a program.
export { ts as default } from '@ts-morph/common';
