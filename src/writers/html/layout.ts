/** What holds for every page on the web: measure, boxes, lists, tables, focus, print. Logical sides only. */
export const pageLayout = `*, ::before, ::after {box-sizing: border-box}
html {-webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth}
body {margin: 0; overflow-wrap: break-word}
main, body > header, body > footer {padding-inline: max(1.25rem, 50% - 22rem)}
body > header {padding-block: 2.5rem}
main {padding-block: 2.5rem 4rem}
.art {display: block; inline-size: 100%; block-size: clamp(3rem, 12vw, 9rem);
  object-fit: cover; object-position: 50% 40%}
[dir='rtl'] .mirrored {transform: scaleX(-1)}
body > footer {padding-block: 2rem; border-block-start: 1px solid currentColor}
h1, h2, h3, h4, h5, h6 {text-wrap: balance; scroll-margin-block-start: 1rem}
a {color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em}
main a {color: var(--link, inherit)}
a:hover {text-decoration-thickness: 2px}
:focus-visible {outline: 3px solid currentColor; outline-offset: 3px}
.skip {position: absolute; inset-block-start: 0; inset-inline-start: 0; padding: 0.75rem 1rem;
  background: var(--background, white); color: var(--foreground, black); transform: translateY(-120%)}
.skip:focus {transform: none}
img, svg {max-inline-size: 100%; block-size: auto; vertical-align: middle}
p img, p svg {inline-size: auto}
figure {margin: 2rem 0}
figcaption {margin-block-start: 0.6rem}
blockquote {margin-inline: 0}
.pull {margin-block: 2.5rem}
.quote::before {content: ''; display: block; inline-size: 3rem; block-size: 0.375rem; border-radius: 1rem;
  background: var(--marker, currentColor); margin-block-end: 1rem}
.pull blockquote, .lead, .callout > :last-child, .aside > :last-child {margin-block-end: 0}
.lead {margin-block-end: 1.5rem}
ul.list, ol.list {padding-inline-start: 1.6rem}
.list li {margin-block-end: 0.5em}
.list .list {margin-block: 0.5em}
.list ::marker {color: var(--accent, inherit); font-weight: 600}
.task {list-style: none; margin-inline-start: -1.5rem}
.figures {display: flex; flex-wrap: wrap; gap: 2rem 1.25rem;
  padding: 0; margin-block: 2rem; list-style: none}
.figures > li {flex: 1 1 8rem}
.figures > li > * {display: block; margin-block: 0}
.stacked {display: block}
.stacked > li {display: grid; grid-template-columns: minmax(8rem, 2fr) 3fr; align-items: baseline}
.grid {display: grid; gap: 1rem 2rem; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fit, minmax(max(8rem, 100% / var(--columns) - 2rem), 1fr))}
.figure {white-space: nowrap}
.figure-unit {margin: 0}
.scroll {overflow-x: auto; margin-block: 1.5rem}
table {border-collapse: collapse; inline-size: 100%; margin-block: 0; text-align: start;
  font-variant-numeric: tabular-nums}
caption {text-align: start; padding-block-end: 0.5rem}
th, td {text-align: start; vertical-align: top; padding: 0.5rem 0; padding-inline-end: 1rem;
  border-block-end: 1px solid var(--rule, currentColor)}
thead tr:last-child > * {border-block-end: 2px solid var(--primary, currentColor)}
.callout, .aside {margin-block: 2rem}
address {font-style: normal}
address > .list {display: flex; flex-wrap: wrap; gap: 1rem 3rem; padding: 0; list-style: none}
.columns {display: flex; flex-wrap: wrap; gap: 1rem 2rem}
.columns > * {flex: 1 1 16rem; min-inline-size: 0}
.toc {list-style: none; padding: 0}
.depth-3 {margin-inline-start: 1.5rem}
.depth-4 {margin-inline-start: 3rem}
.depth-5, .depth-6 {margin-inline-start: 4.5rem}
.qr a {display: inline-flex; align-items: center; gap: 1rem}
.qr-code {inline-size: 7rem; background: white; color: black; flex: none}
pre {overflow-x: auto; padding: 1rem}
hr {border: 0; border-block-start: 1px solid var(--rule, currentColor); margin-block: 2.5rem}
sup, sub {line-height: 0}
[role='doc-noteref'] {padding-inline: 0.15em; text-decoration: none}
.notes {margin-block-start: 4rem; border-block-start: 1px solid var(--rule, currentColor)}
.notes p {display: inline}
:target {background: color-mix(in srgb, currentColor 8%, transparent)}
@media (prefers-reduced-motion: reduce) {html {scroll-behavior: auto}}
@media print {
  @page {margin: 20mm}
  body {font-size: 10pt}
  main, body > header, body > footer {padding-inline: 0}
  .skip, [role='doc-backlink'] {display: none}
  h1, h2, h3, h4, h5, h6 {break-after: avoid}
  figure, tr, .callout, .figures > li {break-inside: avoid}
  .scroll {overflow: visible}
}
`
