import {expect, test} from 'vitest'
import {gatefold, project, write} from '../../helpers/project.ts'

const files = {
  'gatefold.yml': 'source: en\nlanguages: [en, mk]\nformats: [web, word]\n',
  'content/a/publication.yml': 'omit:\n  web: [.quote, "#way", .lead]\n  word: ["#way"]\n',
  'content/a/en.md': `---
title: A
---

One.

::::only{lang=mk}
:::quote[Somebody]
Two.
:::
::::

## Way {#way}

Three.
`
}
const warnings = (err: string) => err.match(/^\S*:?\d+:\d+.*omit.*$|^.*omit-unmatched.*$/gm) ?? []

/** A project of `files`, checked: what is said of `omit`. */
async function checked(more: Record<string, string> = {}, argv: string[] = []) {
  const folder = project({...files, ...more})
  const {code, err} = await gatefold(folder, ['check', ...argv])
  return {folder, code, said: warnings(err)}
}

test('a selector that leaves nothing out of any document is a warning where it stands', async () => {
  const {folder, code, said} = await checked()
  expect(said.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    '2:25-2:30 warning Unexpected `.lead` in `omit` of `web`, expected a selector of blocks that the text has omit-unmatched gatefold'
  ])
  expect(code).toBe(0)

  write(folder, {'content/a/publication.yml': 'omit:\n  web: [.quote, "#way"]\n  word: ["#way"]\n'})
  expect(warnings((await gatefold(folder, ['check'])).err)).toEqual([])
})

test('what one language alone has is no fault, and nothing is said where some documents are not asked for', async () => {
  const own = {'content/a/publication.yml': 'omit: {web: [.quote, .lead]}\n'}
  expect((await checked(own, ['--lang', 'en'])).said).toEqual([])
  expect((await checked(own)).said).toHaveLength(1)
  expect((await checked(own, ['a'])).said).toHaveLength(1)
})

test('where a document of the publication failed, nothing is said', async () => {
  expect((await checked({'content/a/publication.yml': 'formats: [web, wrd]\nomit: {web: [.lead]}\n'})).said).toEqual([])
})

test('the project’s are judged over all publications', async () => {
  const more = {
    'gatefold.yml': `${files['gatefold.yml']}omit: {web: [.lead, .aside]}\n`,
    'content/a/publication.yml': '{}\n',
    'content/b/publication.yml': '{}\n',
    'content/b/en.md': '---\ntitle: B\n---\n\n:::lead\nFour.\n:::\n'
  }
  expect((await checked(more)).said.join()).toMatch(/^ *4:21-4:27 .*`\.aside`/)
  expect((await checked(more, ['a'])).said).toEqual([])
})

test.each([
  ['cannot be rendered', 'template: none\n'],
  ['cannot be read', 'template: [\n']
])('where a publication %s, nothing is said of what the project leaves out', async (_, publication) => {
  const more = {
    'gatefold.yml': `${files['gatefold.yml']}omit: {web: [.quote]}\n`,
    'content/a/publication.yml': publication,
    'content/b/publication.yml': 'omit: {word: [.aside]}\n',
    'content/b/en.md': '---\ntitle: B\n---\n\nFour.\n'
  }
  expect((await checked(more)).said.map((line) => /`\S+` in `omit`/.exec(line)?.[0])).toEqual(['`.aside` in `omit`'])
})

test('an edition’s own, and those of a format that another extends', async () => {
  const publication = `formats: [handout-6]
omit: {handout: ["#way", .lead]}
editions:
  b: {formats: [web], omit: {web: ["#nowhere"]}}
`
  const {said} = await checked({'content/a/publication.yml': publication})
  expect(said.map((line) => /`\S+` in `omit` of `\S+`/.exec(line)?.[0])).toEqual([
    '`.lead` in `omit` of `handout`',
    '`#nowhere` in `omit` of `web`'
  ])
})

test.each([
  ['content/a/publication.yml', 'formats: [web]\nomit: {web: ["[["]}\n', '2:14-2:18', 'publication-invalid'],
  ['gatefold.yml', `${files['gatefold.yml']}omit: {web: ["[["]}\n`, '4:14-4:18', 'config-invalid']
])('a selector that is none is an error where it stands, in %s', async (file, said, place, rule) => {
  const folder = project({...files, 'content/a/publication.yml': '{}\n', [file]: said})
  const {code, err} = await gatefold(folder, ['check', '--lang', 'en', '--format', 'web'])
  expect(code).toBe(1)
  expect(err.replace(/ +/g, ' ')).toContain(`${place} error Unexpected selector \`[[\`, expected a CSS selector: `)
  expect(err).toMatch(new RegExp(`${rule} +gatefold`))
  expect(err).not.toContain('template-unknown')
})

test('one that is none in a pack is an error of the pack', async () => {
  const template = `extends: base
formats:
  page: {extends: web, omit: ["[["]}
`
  const more = {
    'templates/own/template.yml': template,
    'gatefold.yml': 'source: en\nlanguages: [en]\nformats: [page]\ntemplate: own\n'
  }
  const {err} = await gatefold(project({...files, ...more, 'content/a/publication.yml': '{}\n'}), ['check'])
  expect(err.replace(/ +/g, ' ')).toMatch(/3:\d+-3:\d+ error Unexpected selector `\[\[`.* pack-invalid gatefold/)
})
