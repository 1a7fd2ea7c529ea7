/** What a page master of template.yml may say. Each `error` is the phrase that follows "expected". */
import * as z from 'zod'
import {closed} from '../shape.ts'

const pt = 25.4 / 72

/** Trim sizes by name, [width, height] in mm. */
export const pageSizes = {
  a3: [297, 420],
  a4: [210, 297],
  'a4-landscape': [297, 210],
  a5: [148, 210],
  a6: [105, 148],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
  'slide-16x9': [960 * pt, 540 * pt],
  'slide-4x3': [720 * pt, 540 * pt]
} as const

const mm = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?\s?mm$/, {error: 'a length in mm'})], {error: 'a length in mm'})
  .transform((value) => Number.parseFloat(String(value)))
  .meta({description: 'mm'})
const count = z.number({error: 'a number'}).int({error: 'a whole number'}).positive({error: 'a number above 0'})
const text = z.string({error: 'text'})
const file = z.string({error: 'the path of a file of the pack'})
const color = z.string({error: 'the name of a brand colour'}).meta({description: 'Name of a colour in brand.yml'})

const baseline = z.union([z.number().positive({error: 'a distance above 0'}), z.string().min(1), z.literal(false)], {
  error: 'a distance in pt, the name of a style whose leading it is, or `false`'
})

const frame = closed({
  column: count.optional().meta({description: 'First column of the grid, from the start edge'}),
  span: count.optional().meta({description: 'Number of grid columns'}),
  x: mm.optional().meta({description: 'mm from the start edge'}),
  width: mm.optional(),
  top: mm.optional().meta({description: 'mm from the top of the page; the top margin unless said'}),
  bottom: mm.optional().meta({description: 'mm from the bottom of the page; the bottom margin unless said'}),
  height: mm.optional(),
  columns: count.optional().meta({description: 'Columns of text inside the frame'}),
  next: text.optional().meta({description: 'Frame the text goes on in; a frame’s own name means the next page'}),
  baseline: baseline
    .optional()
    .meta({description: 'Baselines that running text in the frame stands on, from its top: pt, or a style’s leading'}),
  valign: z.enum(['top', 'middle', 'bottom'], {error: '`top`, `middle` or `bottom`'}).optional(),
  class: text.optional().meta({description: 'Class that the frame’s content is styled inside of'})
}).meta({id: 'frame'})

const artObject = closed({
  src: file,
  x: mm.optional(),
  y: mm.optional(),
  width: mm.optional(),
  height: mm.optional(),
  mirror: z.boolean({error: '`true` or `false`'}).optional().meta({description: 'Turned round for right-to-left'}),
  keep: z
    .enum(['start', 'end'], {error: '`start` or `end`'})
    .optional()
    .meta({description: 'Edge that stays where slides are made narrower than the art; `start` unless said'})
})

const art = z.union([file, artObject], {error: 'the path of an SVG, or a mapping with `src`'})

const master = closed({
  size: z
    .union([z.enum(Object.keys(pageSizes)), z.tuple([z.number(), z.number()])], {
      error: `\`[width, height]\` in mm, or one of ${Object.keys(pageSizes).join(', ')}`
    })
    .optional(),
  margins: closed({top: mm.optional(), bottom: mm.optional(), start: mm.optional(), end: mm.optional()}).optional(),
  grid: closed({columns: count.optional(), gutter: mm.optional()}).optional(),
  ground: color.optional(),
  panels: z
    .array(closed({x: mm, y: mm, width: mm, height: mm, ground: color}), {error: 'a list of panels'})
    .optional()
    .meta({description: 'Grounds of parts of the page, under the art'}),
  art: z.union([art, z.array(art)], {error: 'a picture, or a list of pictures'}).optional(),
  bleed: mm.optional(),
  folds: z
    .array(mm, {error: 'a list of lengths in mm'})
    .optional()
    .meta({description: 'Folds of a sheet, mm from the start edge; the sections on the master share its one page'}),
  baseline: baseline.optional().meta({
    description: 'Baselines that running text in all frames stands on, from the top margin: pt, or a style’s leading'
  }),
  continue: text.optional().meta({description: 'Master of the pages that follow while the text goes on'}),
  header: file.optional().meta({description: 'Template of the running header'}),
  footer: file.optional().meta({description: 'Template of the running footer'}),
  frames: z.record(z.string(), frame, {error: 'a mapping of frame names'}).optional()
}).meta({id: 'master'})

/** `masters:` of template.yml. */
export const mastersSchema = z
  .record(z.string(), master, {error: 'a mapping of master names'})
  .meta({description: 'Page masters; mm, x from the start edge'})

export type MasterEntry = z.infer<typeof master>
export type FrameEntry = z.infer<typeof frame>
export type ArtEntry = z.infer<typeof art>
