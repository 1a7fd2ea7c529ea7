import {
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun
} from 'docx'
import {strFromU8, unzipSync} from 'fflate'
import {expect, test} from 'vitest'
import {png} from '../../../../src/picture/png-write.ts'
import type {Parts} from '../../../../src/writers/docx/parts.ts'
import {pinIds} from '../../../../src/writers/docx/pin-ids.ts'
import {looksOf, printParts} from '../../../../src/writers/docx/print-parts.ts'
import {printXml} from '../../../../src/writers/docx/print-xml.ts'

test('the parts are those that docx itself would zip', async () => {
  const packed = unzipSync(await Packer.toBuffer(sample()))
  const parts: Parts = new Map(
    Object.entries(packed).map(([path, bytes]) => [path, /\.(xml|rels)$/.test(path) ? strFromU8(bytes) : bytes])
  )
  expect(plain(printParts(sample(), looksOf(sample())))).toEqual(plain(parts))
})

test('words in braces are words, though docx marks lists and pictures so', () => {
  const list = [{level: 0, format: LevelFormat.BULLET, text: '•'}]
  const document = new Document({
    numbering: {config: [{reference: 'bullet', levels: list}]},
    sections: [
      {children: [new Paragraph({text: 'See {bullet-1}', numbering: {reference: 'bullet', level: 0, instance: 1}})]}
    ]
  })
  const xml = printParts(document, looksOf(document)).get('word/document.xml')
  expect(xml).toContain('See {bullet-1}')
  expect(xml).toMatch(/<w:numId w:val="\d+"\/>/)
})

test.each([
  ['no content', {'w:b': {}}, '<w:b/>'],
  [
    'attributes',
    {'w:sz': {_attr: {'w:val': 24, 'w:"': `"<&'>`}}},
    `<w:sz w:val="24" w:"="&quot;&lt;&amp;&apos;&gt;"/>`
  ],
  [
    'text',
    {'w:t': [{_attr: {'xml:space': 'preserve'}}, ' a < b\u0001 ']},
    '<w:t xml:space="preserve"> a &lt; b </w:t>'
  ],
  ['elements', {'w:p': [{'w:r': [{'w:t': ['one']}]}, {'w:r': []}]}, '<w:p><w:r><w:t>one</w:t></w:r><w:r></w:r></w:p>']
])('an element with %s', (_, element, xml) => {
  expect(printXml(element)).toBe(xml)
})

/** Parts in the order of their names, with the ids that docx draws by lot and counts on put in order. */
function plain(parts: Parts): [string, unknown][] {
  const pinned = [...pinIds(parts)].map(([path, part]): [string, unknown] => [
    path,
    // The clock of two files.
    typeof part === 'string' ? part.replace(/\d{4}-\d\d-\d\dT[^<]*/g, '') : Buffer.from(part).toString('base64')
  ])
  return pinned.sort(([a], [b]) => (a < b ? -1 : 1))
}

function sample(): Document {
  const picture = (color: string) =>
    new ImageRun({
      type: 'png',
      data: Buffer.from(png(new Uint8Array(1), 1, [color])),
      transformation: {width: 9, height: 9}
    })
  const list = [{level: 0, format: LevelFormat.DECIMAL, text: '%1.'}]
  const item = (instance: number) =>
    new Paragraph({text: 'An item & more', numbering: {reference: 'number-1', level: 0, instance}})
  return new Document({
    title: 'A <title>',
    numbering: {config: [{reference: 'number-1', levels: list}]},
    footnotes: {1: {children: [new Paragraph('A note')]}},
    sections: [
      {
        headers: {default: new Header({children: [new Paragraph({children: [picture('#112233')]})]})},
        footers: {default: new Footer({children: [item(3)]})},
        children: [
          item(1),
          item(2),
          new Paragraph({
            children: [
              new TextRun({text: 'Bold “words”', bold: true}),
              new FootnoteReferenceRun(1),
              new ExternalHyperlink({link: 'https://example.org/?a=1&b=2', children: [new TextRun('A link')]}),
              new Bookmark({id: 'here', children: [new TextRun('A place')]}),
              picture('#445566'),
              picture('#112233')
            ]
          })
        ]
      }
    ]
  })
}
