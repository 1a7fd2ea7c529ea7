/** Numbers and words that look random and are the same each time. */

export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed
  }

  /** At least 0, less than 1. Mulberry32. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  chance(part: number): boolean {
    return this.next() < part
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.next() * items.length)] ?? items[0]
  }

  /** A list of `least` to `most` of what `make` makes. */
  many<Item>(least: number, most: number, make: (index: number) => Item): Item[] {
    return Array.from({length: this.whole(least, most)}, (_, index) => make(index))
  }
}

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת'
] as const
const ENDS = ['', '', '', '', '', ',', '.', ' –', '!', '”', ')', '…', '-'] as const

/** Words of every script and length, each written once, and what was written so far. */
export class Words {
  written = ''
  private readonly random: Random
  private readonly home: string

  /** `home`: the alphabet that most words are of, by its number. */
  constructor(random: Random, home: number) {
    this.random = random
    this.home = ALPHABETS[home] ?? ALPHABETS[0]
  }

  word(): string {
    const {random} = this
    const alphabet = random.chance(0.85) ? this.home : random.pick(ALPHABETS)
    const length = random.chance(0.01) ? random.whole(50, 600) : random.whole(1, random.chance(0.1) ? 30 : 9)
    let word = this.letters(alphabet, length)
    if (random.chance(0.1)) word = `${word}/${word}`
    return this.write(word + random.pick(ENDS))
  }

  private letters(alphabet: string, length: number): string {
    let word = ''
    for (let at = 0; at < length; at++) word += alphabet[Math.floor(this.random.next() * alphabet.length)] ?? ''
    return word
  }

  /** Note that `text` was written as it is. */
  write(text: string): string {
    this.written += text
    return text
  }

  phrase(most = 6): string {
    return this.random.many(1, most, () => this.word()).join(' ')
  }

  /** One word of `length` letters. */
  long(length: number): string {
    return this.write(this.letters(this.home, length))
  }

  /** Short words, `length` characters together. */
  phraseOf(length: number): string {
    let text = ''
    while (text.length < length) text += `${text === '' ? '' : ' '}${this.letters(this.home, this.random.whole(1, 9))}`
    return this.write(text.slice(0, length).trim())
  }

  /** Seldom nothing, mostly a line, seldom pages; words alone once there is much. */
  prose(): string {
    const {random} = this
    if (random.chance(0.02)) return ''
    if (this.written.length > MUCH) return this.word()
    return this.phrase(random.chance(0.01) ? 800 : random.chance(0.2) ? 60 : 9)
  }
}

/** Characters after which a text is long enough. */
const MUCH = 2000

/** A text as it is compared: without spaces, hyphens, digits and marks of direction. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\d\u0660-\u0669\u06f0-\u06f9\u200b-\u200f\u202a-\u202e\u2066-\u2069-]/gu, '')
}
