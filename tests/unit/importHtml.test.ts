import { describe, expect, it } from '@jest/globals';
import { readHtml } from '../../src/import/html/readHtml.js';
import { markdownToLexical } from '../../src/import/markdown/markdownToLexical.js';
import { slugsAsIds } from './markdown/slugsAsIds.js';

const head = (more = '') =>
  `<!doctype html><html lang="en-US"><head><title>Lanterns | A Practice</title>${more}</head><body>`;

describe('a saved page', () => {
  it('gives title, description, address, language, author and day', () => {
    const page = readHtml(
      `${head(
        '<meta name="description" content="Small lights &amp; long walks."><meta name="author" content="Ann Lind">' +
          '<meta property="article:published_time" content="2026-02-03T10:00:00+00:00">' +
          '<link rel="canonical" href="https://practice.example/resources/lanterns/">',
      )}<main><h1>Of <em>Lanterns</em></h1><p>Words.</p></main>`,
    );
    expect(page).toMatchObject({
      author: 'Ann Lind',
      canonical: 'https://practice.example/resources/lanterns/',
      markdown: 'Words.\n',
      values: {
        locale: 'en',
        publishedAt: '2026-02-03T10:00:00+00:00',
        summary: 'Small lights & long walks.',
        title: 'Of Lanterns',
      },
    });
  });

  it('takes the title of the window when the text has no heading of its own', () => {
    expect(readHtml(`${head()}<p>Words.</p>`).values.title).toBe('Lanterns | A Practice');
  });

  it.each([
    ['headings', '<h2>A</h2><h3>B</h3><h5>C</h5>', '## A\n\n### B\n\n##### C\n'],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c\n'],
    ['lists that start later', '<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b\n'],
    ['quotes', '<blockquote><p>a<br>b</p><p>c</p></blockquote>', '> a\\\n> b\n>\n> c\n'],
    ['links', '<p><a href="/x" title="T">a</a> <a href="#b">b</a></p>', '[a](/x "T") [b](#b)\n'],
    ['looks', '<p><b>a</b> <i>b</i> <s>c</s> <code>d_e</code></p>', '**a** *b* ~~c~~ `d_e`\n'],
    ['code', '<pre><code class="language-js">a\n  b\n</code></pre>', '```js\na\n  b\n```\n'],
    ['rules', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb\n'],
    [
      'literal marks',
      '<p># a</p><p>1. b</p><p>*c* _d_ &lt;e&gt;</p>',
      '\\# a\n\n1\\. b\n\n\\*c\\* \\_d\\_ \\<e>\n',
    ],
    [
      'images with what stands below',
      '<figure><img src="a.png" alt="A"><figcaption>B</figcaption></figure>',
      '![A](a.png "B")\n',
    ],
    ['white space', '<p>\n  a\n   b   c\n</p>', 'a b c\n'],
  ])('keeps %s', async (_name, html, markdown) => {
    const page = readHtml(`${head()}<main>${html}</main>`);
    expect(page.markdown).toBe(markdown);
    expect(page.notes).toEqual([]);
    if (!html.includes('<img')) await markdownToLexical(page.markdown, slugsAsIds());
  });

  it('leaves out what stands around the text, and says nothing of it', () => {
    const page = readHtml(
      `${head('<script>let a = "<p>no</p>"</script><style>p { color: red }</style>')}<header><nav>Menu</nav></header>` +
        '<div><main><article><header><h1>T</h1></header><p>Words.</p><script>no()</script><noscript>no</noscript>' +
        '<p hidden>no</p><div style="display: none">no</div><!-- no --></article></main></div>' +
        '<footer>Imprint</footer>',
    );
    expect(page.markdown).toBe('Words.\n');
    expect(page.notes).toEqual([]);
  });

  it('leaves out header and footer of a page that marks no main part', () => {
    const page = readHtml(`${head()}<header>Brand</header><p>Words.</p><footer>Imprint</footer>`);
    expect(page.markdown).toBe('Words.\n');
  });

  it('names what readers would miss, by line', () => {
    const page = readHtml(
      `${head()}<main>\n<p>Words.</p>\n<aside>Book now!</aside>\n<form><button>Send</button></form>\n` +
        '<iframe src="https://v.example/1"></iframe>\n<p>H<sub>2</sub>O <a href="javascript:x()">bad</a></p></main>',
    );
    expect(page.markdown).toBe('Words.\n\nH2O bad\n');
    expect(page.notes).toEqual([
      'line 3: an aside (“Book now!”); left out',
      'line 4: a form (“Send”); left out',
      'line 5: embedded content (“https://v.example/1”); left out',
      'line 6: subscript (1 in all): the words stay, the look goes',
      'line 6: the link to “javascript:x()” is not taken; its words stay',
    ]);
  });

  it('keeps tables: heads, alignment, breaks, captions and heads of rows', () => {
    const page = readHtml(
      `${head()}<main><table><thead><tr><th>Route</th><th align="right"><em>Hours</em></th></tr></thead>` +
        '<tr><td>Nose<br>or mouth</td><td><p>2</p><p>at most</p></td></tr><tr><td>a | b</td></tr></table>' +
        '<table><caption>What it costs</caption><tr><th scope="row">One</th><td>$5</td></tr></table>' +
        '<table><tr><td>alone</td></tr></table></main>',
    );
    expect(page.markdown).toBe(
      '| Route | *Hours* |\n| - | -: |\n| Nose<br>or mouth | 2<br><br>at most |\n| a \\| b | |\n\n' +
        ':::table[What it costs]{heads=rows}\n| | |\n| - | - |\n| One | $5 |\n:::\n\n| |\n| - |\n| alone |\n',
    );
  });

  it('makes addresses whole with its own', () => {
    const canonical = '<link rel="canonical" href="https://practice.example/resources/lanterns">';
    const page = readHtml(
      `${head(canonical)}<main><p><a href="ropes">a</a> <a href="https://practice.example/x">b</a> <a href="https://o.example/y">c</a></p></main>`,
    );
    expect(page.markdown).toBe('[a](/resources/ropes) [b](/x) [c](https://o.example/y)\n');
  });

  it.each([
    [
      'a table of cells over several columns',
      '<p>a</p>\n<table><tr><td colspan="2">Dose</td></tr></table>',
      'line 2: the table (“Dose…”) is not taken: cells that span several columns or rows',
    ],
    [
      'a table with a list in a cell',
      '<table><tr><td><ul><li>Dose</li></ul></td></tr></table>',
      '<ul> inside of a cell',
    ],
    ['no words', '<main><img src="a.png"></main>', 'no text was found'],
    ['nothing', '', 'no text was found'],
  ])('is refused with %s', (_name, html, message) => {
    expect(() => readHtml(`${head()}${html}`)).toThrow(message);
  });
});
