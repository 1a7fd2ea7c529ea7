/** Print versions through the whole program: what holds for a format holds for those that extend it. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readTree, textOf} from '../helpers/pdf-tree.ts'
import {gatefold, project} from '../helpers/project.ts'

const template = `extends: base
formats:
  brochure: {template: own.hbs}
  brochure-print: {extends: brochure, bleed: 3mm}
  booklet: {extends: brochure, impose: booklet}
`
const own = '<section data-master="main"><h1>{{doc.title}}</h1>{{slot "body"}}</section>'

function files(publication: string, text: string) {
  return {
    'gatefold.yml': 'source: en\nlanguages: [en]\ntemplate: own\n',
    'templates/own/template.yml': template,
    'templates/own/own.hbs': own,
    'content/a/publication.yml': publication,
    'content/a/en.md': `---\ntitle: A\n---\n\n${text}\n`
  }
}

test('conditional text, omitted blocks and overrides of a format are those of its print version', async () => {
  // One page in the size of the pack, several in that of the override.
  const text = [
    'for all '.repeat(300),
    ':::only{format=brochure}\nonly here\n:::',
    ':::only{format=booklet}\nonly folded\n:::',
    ':::quote[She]\nleft out\n:::'
  ].join('\n\n')
  const publication = [
    'formats: [brochure, brochure-print]',
    'omit: {brochure: [.quote]}',
    'overrides: {en: {brochure: {styles: {body: {size: 30, leading: 60}}}}}'
  ].join('\n')
  // A template without a slot for quotes: what is not omitted would be an error.
  const slots = own.replace('{{slot "body"}}', '{{slot select="p"}}')
  const folder = project({...files(publication, text), 'templates/own/own.hbs': slots})
  const {code, err} = await gatefold(folder, ['build'])
  expect([code, err]).toEqual([0, '2 documents built, 0 failed, 0 errors, 0 warnings\n'])

  const {artifacts} = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'))
  const [print, screen] = artifacts.map(({path, pages}: {path: string; pages: number}) => {
    const {document} = readTree(readFileSync(join(folder, 'output', path)))
    return {pages, text: textOf(document)}
  })
  expect(print).toEqual(screen)
  expect(print.pages).toBeGreaterThan(2)
  expect(print.text).toContain('only here')
  expect(print.text).not.toMatch(/folded|left out/)
})

test('pages that do not fill the sheet of a booklet are an error of the text, with what to do', async () => {
  const folder = project(files('formats: [booklet]\n', 'One.\n\n::break{to=page}\n\nTwo.'))
  const {code, err} = await gatefold(folder, ['build'])
  expect(code).toBe(1)
  const said = err.replace(/\s+/g, ' ')
  expect(said).toContain(
    'content/a/en.md 1:1-1:1 error Unexpected 2 pages of a booklet, expected 4: a folded sheet has four'
  )
  expect(said).toContain('let the format say where blank pages go: `blanks: before-back`.')
})

test('a bleed that the art of a page does not reach is told of where it is said', async () => {
  const masters = 'masters:\n  main: {bleed: 2, art: line.svg}\n'
  const folder = project({
    ...files('formats: [brochure-print]\n', 'One.'),
    'templates/own/template.yml': template + masters,
    'templates/own/line.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
  })
  const {code, err} = await gatefold(folder, ['build'])
  expect(code).toBe(1)
  expect(err.replace(/\s+/g, ' ')).toContain(
    'templates/own/template.yml 4:46-4:49 error Unexpected bleed of 3 mm, expected at most 2 mm: there the art of the page master `main` ends'
  )
})

test('a wrong value is told of at its line, and nothing is built with it', async () => {
  const wrong = template.replace('bleed: 3mm', 'bleed: 3in')
  const folder = project({...files('formats: [brochure-print]\n', 'One.'), 'templates/own/template.yml': wrong})
  const {code, err} = await gatefold(folder, ['check'])
  expect(code).toBe(1)
  expect(err.replace(/\s+/g, ' ')).toContain(
    'templates/own/template.yml 4:46-4:49 error Unexpected text `3in` at `formats.brochure-print.bleed`, expected a length from 0 to 5 mm, `3mm`'
  )
})
