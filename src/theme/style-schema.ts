/** What a style of template.yml may say. Each `error` is the phrase that follows "expected". */
import * as z from 'zod'
import {closed} from '../shape.ts'
import {type StyleSheet, scripts} from './styles.ts'

const number = z.number({error: 'a number'})
const length = number.meta({description: 'pt'})
const flag = z.boolean({error: '`true` or `false`'})
const text = z.string({error: 'text'})
const color = z.string({error: 'the name of a brand colour'}).meta({description: 'Name of a colour in brand.yml'})

const rule = closed({width: length.optional(), color: color.optional(), gap: length.optional()}).meta({id: 'rule'})

const marker = closed({
  width: length.optional(),
  height: length.optional(),
  radius: length.optional(),
  color: color.optional(),
  gap: length.optional(),
  above: flag.optional().meta({description: 'Stand above the text, and not before it'}),
  raise: length.optional().meta({description: 'How much higher it stands than the middle of small letters'}),
  text: text.optional().meta({description: 'What stands for it in Word'})
}).meta({id: 'marker'})

const properties = {
  font: z.enum(['head', 'text', 'mono'], {error: '`head`, `text` or `mono`'}).optional(),
  weight: number.min(100, {error: '100 to 900'}).max(900, {error: '100 to 900'}).optional(),
  italic: flag.optional(),
  size: length.positive({error: 'a size above 0'}).optional(),
  leading: length.positive({error: 'a distance above 0'}).optional(),
  tracking: length.optional(),
  color: color.optional(),
  before: length.optional(),
  after: length.optional(),
  align: z.enum(['start', 'center', 'end'], {error: '`start`, `center` or `end`'}).optional(),
  indent: length.optional(),
  indentEnd: length.optional(),
  keepWithNext: flag.optional(),
  hyphenate: flag.optional().meta({description: 'Divide words in lines of fewer than 45 characters'}),
  steps: z.array(length, {error: 'a list of sizes'}).optional(),
  maxLines: number.int({error: 'a whole number'}).positive({error: 'a number above 0'}).optional(),
  fit: closed({
    size: length.positive({error: 'a size above 0'}).optional(),
    leading: length.positive({error: 'a distance above 0'}).optional()
  })
    .optional()
    .meta({description: 'Least size and leading: running text comes as near to them as it must to fit its frame'}),
  ties: z
    .union([z.boolean(), z.literal('none')], {error: '`true`, `false` or `none`'})
    .optional()
    .meta({
      description: 'Keep the little words of the language with the next word; `none` in body: tie no words at all'
    }),
  ground: color.optional(),
  padding: z.tuple([length, length], {error: 'two numbers, `[vertical, horizontal]`'}).optional(),
  ruleAbove: rule.optional(),
  ruleBelow: rule.optional(),
  marker: marker.optional(),
  number: text.optional().meta({description: 'How a list number is written: `{n}.`'}),
  numberWidth: length
    .optional()
    .meta({description: 'Width of the column for a list number, or for a key figure with its label beside it'}),
  columns: number
    .int({error: 'a whole number'})
    .positive({error: 'a number above 0'})
    .optional()
    .meta({description: 'Items of a list without markers, side by side in rows of so many'}),
  ratio: number
    .positive({error: 'a number above 0'})
    .optional()
    .meta({description: 'Width by height that a picture is cut to, around its `focus`: 1.5 for three by two'}),
  room: length.optional().meta({description: 'Least height with the space below, in however many lines'}),
  unbreakable: flag.optional()
}

const forScript = closed(properties).meta({id: 'styleForScript'}).optional()

const style = closed({
  extends: text.optional().meta({description: 'Name of another style'}),
  ...properties,
  ...Object.fromEntries(scripts.map((script) => [script, forScript]))
}).meta({id: 'style'})

/** `styles:` of template.yml, of one of its formats, and of an override in publication.yml. */
export const stylesSchema = z
  .record(z.string(), style, {error: 'a mapping of style names'})
  .meta({description: 'Named styles; `panel.body` is `body` inside `class="panel"`'})

/** Type a sheet that the schema has passed. */
export function toStyleSheet(checked: Readonly<Record<string, unknown>> | undefined): StyleSheet {
  // What rules and markers leave out, Styles fills in.
  return (checked ?? {}) as StyleSheet
}
