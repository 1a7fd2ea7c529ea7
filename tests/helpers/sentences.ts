/** Sentences of a text, and whether another one has them word for word. */

const segmenter = new Intl.Segmenter('mk', {granularity: 'sentence'})

/** Sentences of a plain text with one paragraph a line; bullets and numbers of list items are not part of them. */
export function sentences(text: string): string[] {
  const paragraphs = text.split(/\n+/).map((line) => line.replace(/^(•|\d+\.)\s*/, '').trim())
  return paragraphs.filter(Boolean).flatMap((line) => [...segmenter.segment(line)].map(({segment}) => segment.trim()))
}

/** Sentences that `text` does not hold. Line ends are no part of a text; its words are. */
export function lacking(text: string, wanted: readonly string[]): string[] {
  const flat = flatten(text)
  return wanted.filter((sentence) => !flat.includes(flatten(sentence)))
}

/** pdftotext joins a compound that a line divides at its own hyphen: hyphens are left out on both sides. */
function flatten(text: string): string {
  return text.replace(/[\u00ad-]\s*/g, '').replace(/\s+/g, ' ')
}
