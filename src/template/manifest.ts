/** What template.yml may say: a closed schema. Each `error` is the phrase that follows "expected". */
import * as z from 'zod'
import {closed} from '../shape.ts'
import {mastersSchema} from '../theme/master-schema.ts'
import {printOptions} from '../theme/print-schema.ts'
import {stylesSchema} from '../theme/style-schema.ts'

const text = z.string({error: 'text'})

const dots = z.union([z.number().positive(), z.literal('none')], {
  error: 'a number of dots to the inch, or `none`'
})

/** Of a format only what every writer shares, and the paper, is checked here: each writer checks its own options. */
const format = z.looseObject(
  {
    extends: text.optional().meta({description: 'Another format of the pack'}),
    writer: text.optional().meta({description: 'pdf, docx, slides, handout or html'}),
    template: text.optional().meta({description: 'Handlebars file of the pack'}),
    omit: z
      .array(text, {error: 'a list of selectors'})
      .optional()
      .meta({description: 'Selectors of content that the format leaves out on purpose'}),
    styles: stylesSchema.optional(),
    resolution: dots.optional().meta({description: 'Dots to the inch that finer pictures are made smaller to'}),
    minimumResolution: dots.optional().meta({description: 'Dots to the inch below which pictures are reported'}),
    ...printOptions
  },
  {error: 'a mapping'}
)

const jsonSchema = z.record(z.string(), z.unknown(), {error: 'a JSON Schema'})

/** template.yml */
export const manifestSchema = closed({
  extends: text.optional().meta({description: 'Pack that this one is based on'}),
  formats: z.record(z.string(), format, {error: 'a mapping of format names'}).optional(),
  masters: mastersSchema.optional(),
  styles: stylesSchema.optional(),
  parameters: jsonSchema.optional().meta({description: 'JSON Schema of the parameters; `x-translatable` marks texts'}),
  record: jsonSchema.optional().meta({description: 'JSON Schema of a record, for editions with `each`'})
}).meta({title: 'template.yml'})

export type Manifest = z.infer<typeof manifestSchema>
export type FormatEntry = z.infer<typeof format>
