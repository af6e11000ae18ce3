// Values in the dialect: `:name{…}` inside of a line. Of what other dialects call inline directives only this form is
// markup, so that "10:30" and "note:this" stay words.
import { directive } from 'micromark-extension-directive';

type Extension = ReturnType<typeof directive>;
type Constructs = NonNullable<NonNullable<Extension['text']>[string]>;
type Construct = Extract<Constructs, { tokenize: unknown }>;
type Tokenizer = Construct['tokenize'];
type State = ReturnType<Tokenizer>;
type Code = Parameters<State>[0];

const COLON = 58;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const OPENING_BRACE = 123;

const isNameCode = (code: Code) => code === 45 || (code !== null && code >= 97 && code <= 122);
const isLabelCode = (code: Code) => code !== null && code >= 0 && code !== OPENING_BRACKET;

/** Looks ahead whether `:name{` or `:name[…]{` stands here; takes nothing. */
const lookAhead: Tokenizer = (effects, ok, nok) => {
  let letters = 0;
  const take = (code: Code, next: State): State => {
    effects.consume(code);
    return next;
  };
  const name: State = (code) => {
    if (isNameCode(code)) {
      letters += 1;
      return take(code, name);
    }
    if (letters === 0) return end(nok, code);
    return code === OPENING_BRACKET ? take(code, label) : brace(code);
  };
  const label: State = (code) => {
    if (code === CLOSING_BRACKET) return take(code, brace);
    return isLabelCode(code) ? take(code, label) : end(nok, code);
  };
  const brace: State = (code) => end(code === OPENING_BRACE ? ok : nok, code);
  const end = (next: State, code: Code): State | undefined => {
    effects.exit('data');
    return next(code);
  };
  return (code) => {
    effects.enter('data');
    return take(code, name);
  };
};

/** The extension of the parser. */
export function valueSyntax(): Extension {
  const all = directive().text?.[COLON];
  const inner = (Array.isArray(all) ? all[0] : all) as Construct;
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const read = inner.tokenize.call(this, effects, ok, nok);
    return effects.check({ tokenize: lookAhead, partial: true }, read, nok);
  };
  return { text: { [COLON]: { ...inner, tokenize } } };
}

/** What of literal text would be read as a value, or would hide one that follows; for the printer. */
export const valueLookalikes = [
  { character: ':', after: '[a-z-]+(?:\\[[^\\[\\]]*\\])?\\{', inConstruct: 'phrasing' },
  // a value begins right after this text
  { character: ':', after: ':$', inConstruct: 'phrasing' },
] as const;
