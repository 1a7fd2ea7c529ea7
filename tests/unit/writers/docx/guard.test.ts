import {describe, expect, test} from 'vitest'
import type {Block} from '../../../../src/document/nodes.ts'
import {compose} from '../../../../src/writers/docx/compose.ts'
import {guard} from '../../../../src/writers/docx/guard.ts'
import {pack} from '../../../../src/writers/docx/pack.ts'
import {album} from '../../../helpers/album.ts'
import {diagnosed} from '../../../helpers/diagnosed.ts'
import {gatefold, project} from '../../../helpers/project.ts'
import {everything} from './everything.ts'
import {contextOf, documentOf, item, list, p} from './sample.ts'

const body: Block[] = [...everything, list(true, item(p('Прво')))]

type Change = readonly [part: string, from: string | RegExp, to: string]

/** What the guard says of a file with every kind of block, once a part of it was changed. */
function saidOf(lang: string, change?: Change): string[] {
  const {context} = contextOf(lang)
  const model = compose(documentOf(lang, body), context)
  const parts = pack(model, context.theme.brand)
  if (change) {
    const [path, from, to] = change
    const part = String(parts.get(path))
    const changed = part.replace(from, to)
    expect(changed).not.toBe(part)
    parts.set(path, changed)
  }
  return diagnosed((report) => guard(parts, model.places, report)).lines
}

test.each(['mk', 'ar'])('a file with every kind of block is in order: %s', (lang) => {
  expect(saidOf(lang)).toEqual([])
})

const document = 'word/document.xml'
const core = 'docProps/core.xml'
const styles = 'word/styles.xml'

const changes: [name: string, change: Change, said: string[]][] = [
  ['no title', [core, /<dc:title>[^<]*/, '<dc:title> '], [`docx-title Unexpected gap in ${core}, expected a title`]],
  [
    'no language',
    [core, /<dc:language>.*<\/dc:language>/, ''],
    [`docx-language Unexpected gap in ${core}, expected a language`]
  ],
  [
    'a language that is none',
    [core, /<dc:language>[^<]*/, '<dc:language>mk_MK'],
    [`docx-language Unexpected language \`mk_MK\` in ${core}, expected a BCP 47 tag`]
  ],
  [
    'text without a language',
    [styles, /<w:lang [^>]*>/, ''],
    [`docx-language Unexpected gap in ${styles}, expected the language of text`]
  ],
  [
    'words in a language that is none',
    [document, 'w:val="fr-FR"', 'w:val="fr_FR"'],
    [`docx-language Unexpected language \`fr_FR\` in ${document}, “Une phrase”, expected a BCP 47 tag`]
  ],
  [
    'a picture without a description',
    [document, / descr="qr [^"]*"/, ''],
    [`docx-alt Unexpected picture without a description in ${document}, expected one`]
  ],
  [
    'a picture in a header without a description',
    ['word/header1.xml', '<w:tab/>', '<w:drawing><wp:docPr id="9" name=""/></w:drawing>'],
    ['docx-alt Unexpected picture without a description in word/header1.xml, “ОрганизацијаНаслов”, expected one']
  ],
  [
    'a header row that is not marked',
    [document, '<w:tblHeader/>', ''],
    [`docx-table-header Unexpected table without headers in ${document}, “Показател”, expected a header row or column`]
  ],
  [
    'a table without a caption',
    [document, /<w:tblCaption [^>]*>/, ''],
    [`docx-table-caption Unexpected table without a caption in ${document}, “Показател”, expected one`]
  ],
  [
    'a heading of three levels',
    [styles, /(w:styleId="Heading2".*?<w:outlineLvl w:val=")1/, '$12'],
    [`docx-heading-skip Unexpected heading of level 3 in ${document}, “Фокус”, expected level 2`]
  ],
  [
    'a heading without words',
    [document, '>Фокус</w:t></w:r><w:bookmarkEnd', '></w:t></w:r><w:bookmarkEnd'],
    [`docx-heading-empty Unexpected heading of level 2 without words in ${document}, expected some`]
  ],
  [
    'a link without words',
    [document, '>упатување<', '> <'],
    [`docx-link-text Unexpected link without words in ${document}, “Прва важна и нагласена речениц…”, expected some`]
  ],
  [
    'a link to nothing',
    [document, /w:anchor="focus"(?=.*упатување)/, 'w:anchor="nothing"'],
    [`docx-link-target Unexpected link to \`nothing\` in ${document}, “Фокус”, expected a bookmark of the file`]
  ],
  [
    'a field that leads to nothing',
    ['word/footer1.xml', ' PAGE ', ' PAGEREF nothing \\h '],
    [
      'docx-link-target Unexpected link to `nothing` in word/footer1.xml, “www.example.orgСтраница 1 од 1”, ' +
        'expected a bookmark of the file'
    ]
  ],
  [
    'two bookmarks that are alike to Word',
    [document, 'w:name="note_a"', 'w:name="MISSION"'],
    [
      `docx-bookmark Unexpected second bookmark \`MISSION\` in ${document}, “Прва важна и нагласена речениц…”, ` +
        'expected one'
    ]
  ],
  [
    'a bookmark of 41 letters',
    [document, 'w:name="note_a"', `w:name="${'n'.repeat(41)}"`],
    [
      `docx-bookmark Unexpected bookmark \`${'n'.repeat(41)}\` in ${document}, “Прва важна и нагласена речениц…”, ` +
        'expected letters, digits and _, at most 40, a letter first'
    ]
  ],
  [
    'a bookmark that does not end',
    [document, /<w:bookmarkEnd w:id="1"\/>/, ''],
    [`docx-bookmark Unexpected bookmark \`mission\` without an end in ${document}, “Мисија”, expected one`]
  ],
  [
    'a style that is not there',
    [document, '"Callout"', '"Nothing"'],
    [`docx-reference Unexpected style \`Nothing\` in ${document}, “Во рамка.”, expected one that the file defines`]
  ],
  [
    'a style based on one that is not there',
    [styles, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nothing"/>'],
    [`docx-reference Unexpected style \`Nothing\` in ${styles}, expected one that is defined there`]
  ],
  [
    'a list that is not there',
    [document, /<w:numId w:val="\d+"\/>(?=.*?прв чекор)/, '<w:numId w:val="99"/>'],
    [`docx-reference Unexpected list \`99\` in ${document}, “прва точка”, expected one that the file defines`]
  ],
  [
    'a footnote that is not there',
    ['word/footnotes.xml', '<w:footnote w:id="1"', '<w:footnote w:id="7"'],
    [
      `docx-reference Unexpected footnote \`1\` in ${document}, “Прва важна и нагласена речениц…”, ` +
        'expected one that the file defines'
    ]
  ],
  [
    'a picture that is not there',
    ['word/_rels/document.xml.rels', 'media/', 'nothing/'],
    [expect.stringMatching(/^docx-reference Unexpected part `nothing\/.*\.png` of word\/document.xml, expected one/)]
  ],
  [
    'a relationship that is not there',
    [document, / r:embed="[^"]*"/, ' r:embed="rId99"'],
    [`docx-reference Unexpected relationship \`rId99\` in ${document}, expected one that the file defines`]
  ],
  [
    'a list that goes on from the one before',
    ['word/numbering.xml', /<w:lvlOverride .*?<\/w:lvlOverride>/g, ''],
    [
      expect.stringMatching(
        /^docx-list Unexpected list \d+ in word\/document.xml, “нов прв чекор” that goes on from another, expected it/
      ),
      expect.stringMatching(/^docx-list Unexpected list \d+ in word\/document.xml, “Прво” that goes on from another/)
    ]
  ]
]

test.each(changes)('%s', (_, change, said) => {
  expect(saidOf('mk', change)).toEqual(said)
})

describe('what an author wrote', () => {
  const written: [name: string, text: string, rules: string, said: string][] = [
    [
      'a header row that is left empty',
      '| | |\n| --- | --- |\n| a | b |',
      '{docx-table-caption: off}',
      '7:1-7:5 error Unexpected header row without words in word/document.xml, “a”, expected the names of the columns ' +
        'docx-table-header'
    ],
    [
      'a table without a caption',
      '| h | i |\n| --- | --- |\n| a | b |',
      '{}',
      '5:1-5:5 warning Unexpected table without a caption in word/document.xml, “h”, expected one docx-table-caption'
    ],
    [
      'a heading that is only a picture',
      '## ![Photo](photo.jpg)\n\nText',
      '{}',
      '5:1-5:23 error Unexpected heading of level 1 without words in word/document.xml, expected some docx-heading-empty'
    ]
  ]

  test.each(written)('%s', async (_, text, rules, said) => {
    const made = project({
      'gatefold.yml': `source: en\nlanguages: [en]\nformats: [word]\nrules: ${rules}\n`,
      'content/a/publication.yml': '',
      'content/a/en.md': `---\ntitle: T\n---\n\n${text}\n`,
      'content/a/photo.jpg': album['photo.jpg'] ?? ''
    })
    const {err} = await gatefold(made, ['build'])
    const lines = err.split('\n').filter((line) => /^ *\d+:\d+/.test(line))
    expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([`${said} gatefold`])
  })

  const silenced: [text: string, rule: string, twin: string][] = [
    ['Text ![](photo.jpg)\n\n![](photo.jpg)', 'image-alt', 'docx-alt'],
    ['Text [](https://example.org)', 'link-empty', 'docx-link-text'],
    ['## A\n\n#### B\n\nText', 'heading-skip', 'docx-heading-skip']
  ]

  test.each(silenced)('%j is silent where %s is off, unless %s is named', async (text, rule, twin) => {
    const files = {
      'content/a/publication.yml': '',
      'content/a/en.md': `---\ntitle: T\n---\n\n${text}\n`,
      'content/a/photo.jpg': album['photo.jpg'] ?? ''
    }
    const said = async (rules: string) => {
      const config = `source: en\nlanguages: [en]\nformats: [word]\nrules: ${rules}\n`
      const {err} = await gatefold(project({'gatefold.yml': config, ...files}), ['build'])
      return [...new Set(err.match(/(?<= )[a-z-]+(?= +gatefold)/g))]
    }
    expect(await said(`{${rule}: off}`)).toEqual([])
    expect(await said(`{${rule}: off, ${twin}: warning}`)).toEqual([twin])
  })

  test('nothing is said twice', async () => {
    const made = project({
      'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [word]\n',
      'content/a/publication.yml': '',
      'content/a/en.md': '---\ntitle: T\n---\n\n## A\n\n#### ![](photo.jpg)\n\nText [](https://example.org)\n',
      'content/a/photo.jpg': album['photo.jpg'] ?? ''
    })
    const {err} = await gatefold(made, ['build'])
    expect(err.match(/(?<= )[a-z-]+(?= +gatefold)/g)).toEqual([
      'heading-empty',
      'heading-skip',
      'image-alt',
      'link-empty'
    ])
  })
})
