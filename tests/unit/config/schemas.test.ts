import {expect, test} from 'vitest'
import * as z from 'zod'
import {projectSchema, publicationSchema} from '../../../src/config/schema.ts'

/** Editors are given the same schemas that files are checked by; `vitest -u` writes the files anew. */
test.each([
  ['gatefold', projectSchema],
  ['publication', publicationSchema]
])('src/schemas/%s.schema.json is the schema that files are checked by', async (name, schema) => {
  const json = `${JSON.stringify(z.toJSONSchema(schema, {io: 'input'}), null, 2)}\n`
  await expect(json).toMatchFileSnapshot(`../../../src/schemas/${name}.schema.json`)
})
