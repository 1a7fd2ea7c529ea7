/** What `overrides:` of publication.yml may say of lines and breaks. Each `error` is the phrase that follows "expected". */
import * as z from 'zod'
import {closed} from '../shape.ts'

const words = z.string({error: 'words of the text'}).trim().min(1, {error: 'words of the text'})
const lines = z.array(words, {error: 'a list of lines'}).min(1, {error: 'at least one line'})
const block = words.optional()

const entry = closed({
  line: lines
    .min(2, {error: 'at least two lines'})
    .optional()
    .meta({description: 'Words that follow each other in the text, each on a line of its own'}),
  keep: block.meta({description: 'Words that stay on one line'}),
  whole: block.meta({description: 'First words of a paragraph that stays in one column'}),
  column: block.meta({description: 'First words of a paragraph, item or heading that begins a column'}),
  panel: block.meta({description: 'First words of what begins a panel'}),
  page: block.meta({description: 'First words of what begins a page'})
}).refine((value) => Object.values(value).filter((words) => words !== undefined).length === 1, {
  error: 'one of `line`, `keep`, `whole`, `column`, `panel` and `page`'
})

/** Keys of an exception besides `styles`. */
export const breakShape = {
  title: lines.optional().meta({description: 'The title, line by line'}),
  breaks: z.array(entry, {error: 'a list'}).optional().meta({description: 'Where lines and columns end, and where not'})
}

/** The part of an exception that is about lines and breaks. */
export const breaksSchema = z.object(breakShape)

export type Breaks = z.infer<typeof breaksSchema>
export type BreakEntry = z.infer<typeof entry>
