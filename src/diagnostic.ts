/** Diagnostics: the closed table of rules, and the one way to report. Wording lives beside the code that finds the problem. */
import type {Point, Position} from 'unist'
import {VFileMessage} from 'vfile-message'

export type Severity = 'error' | 'warning' | 'info'

/** Every rule there is: its severity unless gatefold.yml says otherwise, and what to do about it. */
export const rules = {
  // the project
  'config-invalid': {severity: 'error', help: 'Correct the key or value in the configuration file.'},
  'config-missing': {severity: 'error', help: 'Create the file, or name another folder with --project.'},
  'publication-invalid': {severity: 'error', help: 'Correct publication.yml.'},
  'pack-invalid': {severity: 'error', help: 'Correct template.yml or brand.yml of the pack.'},
  'pack-missing': {severity: 'error', help: 'Name a pack that exists in templates/, or one shipped with the program.'},
  'parameter-invalid': {severity: 'error', help: 'Give the parameter the type that template.yml declares.'},
  'format-unknown': {severity: 'error', help: 'Name a format that the template pack offers.'},
  'language-unknown': {severity: 'error', help: 'Use a BCP 47 tag, and add strings/<lang>.yml to the pack.'},
  'file-outside': {severity: 'error', help: 'Keep every file inside the project.'},
  'file-encoding': {severity: 'error', help: 'Save the file as UTF-8.'},
  'character-control': {severity: 'error', help: 'Take the character out: it stands for no letter.'},
  'file-missing': {severity: 'error', help: 'Add the file, or correct its path.'},
  'yaml-invalid': {severity: 'error', help: 'Correct the YAML.'},
  'data-invalid': {severity: 'error', help: 'Correct the data file.'},
  // the text
  'front-matter': {severity: 'error', help: 'Write the front matter as a mapping of keys and values.'},
  'text-empty': {severity: 'error', help: 'Write some text below the front matter.'},
  'text-missing': {severity: 'error', help: 'Write <source>.md in the publication’s folder.'},
  'text-nested': {severity: 'error', help: 'Put fewer lists, quotes, tags or notes into each other.'},
  'title-missing': {severity: 'error', help: 'Give the text a `title` in its front matter.'},
  'directive-syntax': {
    severity: 'error',
    help: 'Close the directive’s brackets and braces, or put a backslash before the colons.'
  },
  'directive-unknown': {severity: 'error', help: 'Use one of the directives of the content dialect.'},
  'directive-attribute': {severity: 'error', help: 'Use the attributes that the directive takes.'},
  'directive-content': {severity: 'error', help: 'Put into the directive what it is for.'},
  'html-removed': {severity: 'warning', help: 'Say it in Markdown; the text was kept, the tag was not.'},
  'include-cycle': {severity: 'error', help: 'Take one of the includes out.'},
  'value-unknown': {severity: 'error', help: 'Name a parameter of the publication or a column of the record.'},
  'reference-unknown': {severity: 'error', help: 'Define the reference, or correct its name.'},
  'image-missing': {severity: 'error', help: 'Add the picture, or correct its path.'},
  'image-invalid': {severity: 'error', help: 'Use a PNG, JPEG or SVG picture.'},
  'image-resolution': {severity: 'warning', help: 'Use the picture in more pixels, or print it smaller.'},
  'image-coarse': {severity: 'error', help: 'Use the picture in more pixels, or print it smaller.'},
  'image-alt': {severity: 'error', help: 'Describe the picture in words, or mark it {decorative}.'},
  'link-empty': {severity: 'error', help: 'Write what the link leads to between its brackets.'},
  'link-unknown': {severity: 'error', help: 'Link to the id of a section of this text.'},
  'link-unsafe': {severity: 'error', help: 'Link to http, https, mailto or tel.'},
  'heading-id': {severity: 'error', help: 'Give each section an id of its own.'},
  'heading-empty': {severity: 'error', help: 'Write the heading’s words, or take it out.'},
  'heading-skip': {severity: 'warning', help: 'Go down one heading level at a time.'},
  // translation
  'catalog-invalid': {severity: 'error', help: 'Correct the PO file; msgfmt -c shows the same place.'},
  'translation-structure': {severity: 'error', help: 'Keep the links, notes, images and directives of the source.'},
  'translation-missing': {severity: 'warning', help: 'Translate the unit in the catalog.'},
  'translation-stale': {
    severity: 'warning',
    help: 'Check the translation against the new source and take the fuzzy flag off.'
  },
  'string-missing': {severity: 'warning', help: 'Add the word to strings/<lang>.yml.'},
  // template
  'template-syntax': {severity: 'error', help: 'Correct the Handlebars template.'},
  'template-unknown': {severity: 'error', help: 'Use a variable, helper or partial that exists.'},
  'template-cycle': {severity: 'error', help: 'Take the partial out of its own circle.'},
  'template-markup': {severity: 'error', help: 'Use the elements and attributes that templates know.'},
  'content-unplaced': {severity: 'error', help: 'Place it with {{slot}}, or list it in the format’s `omit`.'},
  'slot-empty': {severity: 'warning', help: 'Correct the selector, or write the content it asks for.'},
  'omit-unmatched': {severity: 'warning', help: 'Correct the selector, or take it out of `omit`.'},
  // layout and writers
  'glyph-missing': {severity: 'error', help: 'Add a font package that has the character to brand.yml.'},
  'font-missing': {severity: 'error', help: 'Install the font package that brand.yml names.'},
  'font-invalid': {severity: 'error', help: 'Name another font file in brand.yml, .ttf or .otf.'},
  'style-unknown': {severity: 'error', help: 'Name a style that template.yml defines.'},
  'override-unknown': {severity: 'error', help: 'Write the words as the text has them now, or take the exception out.'},
  'master-unknown': {severity: 'error', help: 'Name a page master or frame that template.yml defines.'},
  'booklet-pages': {severity: 'error', help: 'Fill the last sheet, or say in the format where blank pages go.'},
  contrast: {severity: 'error', help: 'Give text a colour that stands out from its ground.'},
  overset: {severity: 'error', help: 'Shorten the text, or give the frame more room.'},
  'table-narrow': {severity: 'warning', help: 'Give the table fewer columns or shorter words, or the page more room.'},
  'figure-narrow': {severity: 'warning', help: 'Shorten the value or the unit, or set fewer figures side by side.'},
  'docx-title': {severity: 'error', help: 'Give the text a `title` in its front matter.'},
  'docx-language': {severity: 'error', help: 'Name each language by its BCP 47 tag.'},
  'docx-alt': {severity: 'error', help: 'Describe the picture in words, or mark it {decorative}.'},
  'docx-table-header': {severity: 'error', help: 'Name the columns in the first row, or write {header=column}.'},
  'docx-table-caption': {severity: 'warning', help: 'Put the table into :::table[Caption].'},
  'docx-heading-empty': {severity: 'error', help: 'Write the heading’s words: a picture is none.'},
  'docx-heading-skip': {severity: 'warning', help: 'Go down one heading level at a time.'},
  'docx-link-text': {severity: 'error', help: 'Write what the link leads to between its brackets.'},
  'docx-link-target': {
    severity: 'error',
    help: 'Link to what stands in this format, or write the words without a link.'
  },
  'docx-bookmark': {severity: 'error', help: 'This is a fault of the program: please report it.'},
  'docx-reference': {severity: 'error', help: 'This is a fault of the program: please report it.'},
  'docx-list': {severity: 'error', help: 'This is a fault of the program: please report it.'},
  'docx-columns': {severity: 'error', help: 'Part the table into several: Word has no more columns.'},
  'docx-font': {severity: 'warning', help: 'Name a font that may be embedded, or leave `embedFonts` out.'},
  'writer-unsupported': {severity: 'warning', help: 'This format cannot show it.'},
  'output-unwritable': {severity: 'error', help: 'Free the path or the disk, or name another folder with --output.'},
  internal: {severity: 'error', help: 'This is a fault of the program: please report it.'}
} as const satisfies Record<string, {severity: Severity; help: string}>

export type RuleId = keyof typeof rules

/** Rules over a finished file: each is silent where the rule over the text has spoken, or is off. */
const guards: Partial<Record<RuleId, RuleId>> = {
  'docx-title': 'title-missing',
  'docx-language': 'language-unknown',
  'docx-alt': 'image-alt',
  'docx-heading-empty': 'heading-empty',
  'docx-heading-skip': 'heading-skip',
  'docx-link-text': 'link-empty',
  'docx-link-target': 'link-unknown'
}

/** A place in a file of the author's: the path as World knows it. */
export interface At {
  file?: string | undefined
  position?: Position | Point | undefined
}

/** Report a problem: what was met and what was expected; `note` says what to do where the rule's own help is too general. */
export type Report = (rule: RuleId, reason: string, at?: At, note?: string) => void

/** What a job hands back of a message: plain JSON. */
export interface Diagnostic {
  rule: RuleId
  severity: Severity
  reason: string
  note: string
  file?: string
  line?: number
  column?: number
  endLine?: number
  endColumn?: number
}

/** Settings of `rules:` in gatefold.yml. */
export type RuleSettings = Readonly<Partial<Record<RuleId, 'error' | 'warning' | 'off'>>>

/** A character that no writer can show, and that XML forbids; line ends and tabs are none. */
export const controlCharacter: RegExp = /(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/u

/** The reason of `character-control`. */
export function controlReason(character: string): string {
  return `Unexpected control character ${codePoint(character)}, expected text`
}

/** `U+000B` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Collect diagnostics under the project's rule settings; the same message about the same place counts once. */
export class Diagnostics {
  readonly list: Diagnostic[] = []
  readonly #settings: RuleSettings
  readonly #seen = new Set<string>()

  constructor(settings: RuleSettings = {}) {
    this.#settings = settings
  }

  readonly report: Report = (rule, said, at, note) => {
    const guarded = guards[rule]
    const isLet = guarded !== undefined && this.#settings[guarded] === 'off'
    const severity = this.#settings[rule] ?? (isLet ? 'off' : rules[rule].severity)
    if (severity === 'off') return
    if (guarded !== undefined && this.list.some((earlier) => earlier.rule === guarded)) return
    // What an author wrote is quoted in one line, and moves no cursor on the terminal.
    const reason = said.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, codePoint)
    const message = new VFileMessage(reason, {place: at?.position, ruleId: rule, source: 'gatefold'})
    const diagnostic: Diagnostic = {rule, severity, reason, note: note ?? rules[rule].help}
    if (at?.file !== undefined) diagnostic.file = at.file
    if (message.line !== undefined) diagnostic.line = message.line
    if (message.column !== undefined) diagnostic.column = message.column
    const end = message.place && 'end' in message.place ? message.place.end : undefined
    if (end) Object.assign(diagnostic, {endLine: end.line, endColumn: end.column})

    const key = JSON.stringify([diagnostic.file, diagnostic.line, diagnostic.column, rule, reason])
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.list.push(diagnostic)
  }

  /** Number of errors so far. */
  get errors(): number {
    return this.list.filter((diagnostic) => diagnostic.severity === 'error').length
  }
}
