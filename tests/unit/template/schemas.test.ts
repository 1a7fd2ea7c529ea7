import {expect, test} from 'vitest'
import * as z from 'zod'
import {manifestSchema} from '../../../src/template/manifest.ts'
import {brandSchema} from '../../../src/theme/brand-schema.ts'

/** Editors are given the same schemas that packs are checked by; `vitest -u` writes the files anew. */
test.each([
  ['template', manifestSchema],
  ['brand', brandSchema]
])('src/schemas/%s.schema.json is the schema that packs are checked by', async (name, schema) => {
  const json = `${JSON.stringify(z.toJSONSchema(schema, {io: 'input'}), null, 2)}\n`
  await expect(json).toMatchFileSnapshot(`../../../src/schemas/${name}.schema.json`)
})
