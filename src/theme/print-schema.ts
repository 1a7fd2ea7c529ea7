/** What a PDF format of template.yml may say about print and paper. Each `error` is the phrase after "expected". */
import * as z from 'zod'

/** Marks end 11 mm outside the trim: more bleed leaves no room for them, mm. */
const mostBleed = 5

const bleedPhrase = `a length from 0 to ${mostBleed} mm, \`3mm\``
const bleed = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?\s?mm$/, {error: bleedPhrase})], {error: bleedPhrase})
  .transform((value) => Number.parseFloat(String(value)))
  .refine((value) => value >= 0 && value <= mostBleed, {error: bleedPhrase})

const mark = z.enum(['crop', 'fold', 'slug'], {error: '`crop`, `fold` or `slug`'})

/** Keys of a format that says how its pages are printed. */
export const printOptions = {
  bleed: bleed.optional().meta({description: 'How far the page is printed beyond its edges, for the print shop: 3mm'}),
  marks: z
    .array(mark, {error: 'a list of `crop`, `fold` and `slug`'})
    .optional()
    .meta({description: 'Printed around the page: where it is cut, where it is folded, and what it is'}),
  impose: z
    .enum(['booklet'], {error: '`booklet`'})
    .optional()
    .meta({description: 'booklet: two pages on each side of a sheet, in the order for folding and stapling'}),
  sheet: z
    .enum(['a3', 'a4', 'letter', 'legal'], {error: '`a3`, `a4`, `letter` or `legal`'})
    .optional()
    .meta({description: 'Paper that a booklet is printed on, lying flat; a4 unless said'}),
  blanks: z
    .enum(['after-cover', 'before-back', 'end'], {error: '`after-cover`, `before-back` or `end`'})
    .optional()
    .meta({description: 'Where a booklet has blank pages when its pages do not fill the last sheet'})
}

/** How the pages of a format are printed; a writer has more options than these. */
export const printSchema = z.object(printOptions)

export type PrintOptions = z.infer<typeof printSchema>
