/** Random texts in the content dialect: whole ones, and ones that were spoilt on purpose. */
import {Random, Words} from '../helpers/random.ts'

export interface Text {
  lang: 'en' | 'mk' | 'ar'
  markdown: string
  /** Spoilt: what is wrong with it may be told. */
  spoilt: boolean
}

/** Pieces of syntax, and characters that mean harm. */
const HOSTILE = [
  ...[':::', '::::', '::', ':', '[', ']', '](', '{', '}', '{#a}', '`', '```', '|', '---', '***', '**', '_', '~~', '$'],
  ...[
    '\n',
    '\n\n',
    '\r',
    '\t',
    '    ',
    '  \n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '###### ',
    '[^1]',
    '[^1]: ',
    '<',
    '<b>',
    '<!--'
  ],
  ...[
    ':::callout',
    '::qr{href="',
    '::toc{depth=9}',
    '::include{src=en}',
    ':value{name=x}',
    ':lang[x]{lang=zz}',
    '&#0;'
  ],
  ...['\u0000', '\u0007', '\u001b[31m', '\u0085', '\ufffe', '\uffff', '\ufeff', '\ufffc', '\u2028', '\u00ad', '\ue000'],
  ...[
    '\u202e',
    '\u202d',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u061c',
    '\u200d',
    '\ud800',
    '\udfff',
    '😀',
    '👩‍👩‍👧',
    '漢',
    '𝒳'
  ],
  ...[
    `a${'\u0301\u0489'.repeat(60)}`,
    'ﷺ',
    'ـ'.repeat(40),
    'x'.repeat(300),
    ' '.repeat(300),
    '{{doc.title}}',
    '{{{x}}}'
  ]
] as const

/** The text of a seed. */
export function text(seed: number): Text {
  const random = new Random(seed)
  const lang = random.pick(['en', 'mk', 'ar'] as const)
  const words = new Words(random, {en: 0, mk: 1, ar: 3}[lang])
  const writer = new Writer(random, words)
  const body = random.many(0, 12, () => writer.block(0)).join('\n\n')
  const whole = `---\ntitle: ${words.phrase(4).replace(/\W+$/, '')}x\n---\n\nText.\n\n${body}\n\n${writer.notes.join('\n\n')}\n`
  const spoilt = random.chance(0.5)
  return {lang, markdown: spoilt ? spoil(whole, random) : whole, spoilt}
}

/** Put pieces in, take some out, repeat others. */
function spoil(whole: string, random: Random): string {
  let text = whole
  for (let times = random.whole(1, 12); times > 0; times--) {
    const at = random.whole(random.chance(0.1) ? 0 : 10, text.length)
    const end = at + random.whole(0, random.chance(0.2) ? 60 : 3)
    const piece = random.chance(0.7) ? random.pick<string>(HOSTILE) : text.slice(end, end + random.whole(0, 80))
    text = text.slice(0, at) + piece + text.slice(random.chance(0.5) ? at : end)
  }
  return text
}

class Writer {
  readonly notes: string[] = []
  private readonly random: Random
  private readonly words: Words
  private heading = 1

  constructor(random: Random, words: Words) {
    this.random = random
    this.words = words
  }

  block(depth: number): string {
    const {random} = this
    const inner = () => random.many(1, 3, () => this.block(depth + 1)).join('\n\n')
    const fence = ':'.repeat(9 - Math.min(depth, 6))
    const within = (name: string, content: string) => `${fence}${name}\n${content}\n${fence}`
    const plain: [() => string, ...(() => string)[]] = [
      () => this.line(),
      () => this.line(),
      () => random.many(1, 5, () => this.line()).join(random.pick(['\\\n', '\n', '  \n'])),
      () => this.list(depth),
      () => this.table(),
      () => `\`\`\`\n${this.words.phrase()}\n    x\n\`\`\``,
      () => '---',
      () => `::figure[${this.line(3)}]{src=${random.pick(['photo.jpg', 'few.png', 'clear.png'])} alt="A picture"}`,
      () => '::figure{src=drawing.svg decorative}'
    ]
    if (depth > 4) return random.pick(plain)()
    return random.pick<() => string>([
      ...plain,
      ...(depth === 0 ? [() => this.head(), () => this.head()] : []),
      () => inner().replace(/^/gm, '> '),
      () => within(`callout[${this.line(3)}]{kind=tip}`, inner()),
      () => within('aside', inner()),
      () => within(`quote[${this.line(2)}]`, this.line()),
      () => within('lead', this.line()),
      () => within('figures', random.many(1, 4, () => `- **${this.plain(1)}** ${this.plain(3)}`).join('\n')),
      () => within('contact', random.many(1, 4, () => `- **${this.plain(1)}**\\\n  ${this.plain(3)}`).join('\n')),
      () =>
        within(
          'programme',
          random.many(1, 6, () => `- **${this.plain(1)}** ${this.plain(3)} *${this.plain(1)}*`).join('\n')
        ),
      () => within(`table[${this.line(2)}]{header=both}`, this.table()),
      () => this.columns(depth),
      () => '::toc{depth=3}',
      () => `::qr[${this.plain(2)}]{href=https://example.org/}`,
      () => '::break{to=page}',
      () => within('only{format="word web"}', inner())
    ])()
  }

  private head(): string {
    this.heading = this.random.whole(2, Math.min(6, this.heading + 1))
    return `${'#'.repeat(this.heading)} ${this.plain(5)}`
  }

  private columns(depth: number): string {
    const fence = ':'.repeat(9 - Math.min(depth, 6))
    const column = () =>
      `${fence.slice(1)}column{width=${this.random.pick(['auto', '"*"', '40'])}}\n${this.block(depth + 2)}\n${fence.slice(1)}`
    return `${fence}columns\n${this.random.many(1, 3, column).join('\n')}\n${fence}`
  }

  private list(depth: number): string {
    const mark = this.random.pick(['- ', '1. ', '- [x] ', '7) '])
    const item = () => {
      const more = depth < 4 && this.random.chance(0.2) ? `\n\n${this.block(depth + 1)}` : ''
      return `${mark}${(this.line() + more).replace(/\n(?=.)/g, '\n    ')}`
    }
    return this.random.many(1, 6, item).join('\n')
  }

  private table(): string {
    const columns = this.random.whole(1, 5)
    const row = () => `| ${Array.from({length: columns}, () => this.line(2).replaceAll('|', '/')).join(' | ')} |`
    const rule = `|${' --- |'.repeat(columns)}`
    return [row(), rule, ...this.random.many(1, 5, row)].join('\n')
  }

  /** Words that are no syntax wherever they stand. */
  private plain(most: number): string {
    return this.random.many(1, most, () => this.words.word().replace(/[^\p{L}]/gu, '') || 'x').join(' ')
  }

  /** A line of inline content. */
  line(most = 12): string {
    const {random} = this
    const piece = (): string =>
      random.pick<() => string>([
        () => this.plain(6),
        () => this.plain(6),
        () => this.plain(6),
        () => `**${this.plain(2)}**`,
        () => `*${this.plain(2)}*`,
        () => `~~${this.plain(1)}~~`,
        () => `\`${this.plain(2)}\``,
        () => `[${this.plain(3)}](https://example.org/${this.plain(1)})`,
        () => `:lang[${this.plain(2)}]{lang=${random.pick(['fr', 'ar', 'el'])}}`,
        () => '![A picture](few.png)',
        () => this.note()
      ])()
    return random.many(1, most, piece).join(' ')
  }

  private note(): string {
    if (this.random.chance(0.5)) return this.plain(1)
    const name = `n${this.notes.length + 1}`
    this.notes.push(`[^${name}]: ${this.plain(9)}.`)
    return `word[^${name}]`
  }
}
