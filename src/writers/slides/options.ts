/** Options of the formats that slides go into. */
import * as z from 'zod'
import {expected} from '../../nearest.ts'
import type {WriterContext} from '../writer.ts'

const flag = z.boolean({error: '`true` or `false`'})

const schema = z.strictObject({
  /** A thematic break begins a further slide. @default false */
  breaks: flag.default(false),
  /** What a handout shows: slides and lines, one slide with its notes, or headings and lists. @default slides */
  layout: z.enum(['slides', 'notes', 'outline'], {error: '`slides`, `notes` or `outline`'}).default('slides'),
  /** Slides on a page of a handout, which names its master: `handout-3`. @default 3 */
  slides: z.number({error: 'a number'}).int({error: 'a whole number'}).min(1, {error: '1 or more'}).default(3),
  /** Ruled lines beside or below the slides, where the master has frames for them. @default true */
  lines: flag.default(true),
  /** Shape of the slides, that of their masters unless said. */
  aspect: z.enum(['16:9', '4:3'], {error: '`16:9` or `4:3`'}).optional(),
  /** Paper of a handout, that of its masters unless said. */
  paper: z.enum(['a4', 'letter'], {error: '`a4` or `letter`'}).optional(),
  /** Dots to the inch of pictures, for every writer: see resolution.ts. */
  resolution: z.unknown().optional(),
  minimumResolution: z.unknown().optional()
})

export type SlideFormatOptions = z.infer<typeof schema>

/** Check the options of the format; what is wrong is reported, and its default taken. */
export function slideOptions({options, optionAt, report}: WriterContext): SlideFormatOptions {
  const checked = schema.safeParse(options)
  if (checked.success) return checked.data
  const wrong = new Set<PropertyKey>()
  for (const issue of checked.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        report(
          'pack-invalid',
          `Unexpected option \`${key}\` of a slide format, expected ${expected(key, known)}`,
          optionAt?.(key)
        )
        wrong.add(key)
      }
    } else {
      const key = String(issue.path[0])
      report(
        'pack-invalid',
        `Unexpected option \`${key}\` of a slide format, expected ${issue.message}`,
        optionAt?.(key)
      )
      wrong.add(key)
    }
  }
  return schema.parse(Object.fromEntries(Object.entries(options).filter(([key]) => !wrong.has(key))))
}

const known = Object.keys(schema.shape)
