import {expect, test} from 'vitest'
import {Diagnostics} from '../../../src/diagnostic.ts'
import {docx} from '../../../src/writers/docx.ts'
import {html} from '../../../src/writers/html.ts'
import {sample} from '../../helpers/brochure.ts'

test.each([
  [docx, 'a Word format', '`contentsPageNumbers`, `embedFonts`, `resolution`, `minimumResolution`'],
  [html, 'a web format', '`resolution`, `minimumResolution`']
])('an option that a format does not have is reported', async (writer, product, known) => {
  const {document, context} = sample('<section data-master="inner"><p>a</p></section>')
  const diagnostics = new Diagnostics()
  await writer.write(document, {...context, report: diagnostics.report, options: {fonts: true}})
  expect(diagnostics.list.map(({rule, reason}) => `${rule}: ${reason}`)).toEqual([
    `pack-invalid: Unexpected option \`fonts\` of ${product}, expected one of ${known}`
  ])
})
