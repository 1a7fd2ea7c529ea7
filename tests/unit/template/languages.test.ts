import {expect, test} from 'vitest'
import {markLanguages} from '../../../src/template/languages.ts'
import {filled} from '../../helpers/filled.ts'

const people = [{name: 'Ана', role: 'Example Hall'}, {name: 'Example'}]
const foreign = [
  {value: 'Example', lang: 'en'},
  {value: 'Example Hall', lang: 'en'},
  {value: 'Ана', lang: 'mk'},
  {value: '12', lang: 'mk'}
]

test('a value in another language is marked where it is printed, the longest one first', () => {
  const template =
    '{{#each params.people as |one|}}<p>{{one.name}}: {{one.role}}</p>{{/each}}<p>12 Examples {{t "invitation-for" name="Ана"}}</p>'
  expect(filled(template, {data: {params: {people}}, foreign}).html).toBe(
    '<p><span lang="mk">Ана</span>: <span lang="en">Example Hall</span></p>' +
      '<p><span lang="en">Example</span>: </p>' +
      '<p>12 Examples Invitation for <span lang="mk">Ана</span></p>'
  )
})

test('in an attribute and in the text itself nothing is marked', () => {
  const template = '<img src="a.svg" alt="{{params.place}}">{{slot "body"}}'
  const data = {params: {place: 'Example'}}
  expect(filled(template, {content: '<p>Example</p>', data, foreign}).html).toBe(
    '<img src="a.svg" alt="Example"><p>Example</p>'
  )
})

test('headers and footers are marked too', () => {
  const files = {
    'template.yml': 'formats: {page: {writer: pdf, template: page.hbs}}\nmasters: {main: {header: head.hbs}}\n'
  }
  const {rendered} = filled('{{slot "body"}}', {
    files: {...files, 'head.hbs': '<p>{{doc.title}}</p>'},
    foreign: [{value: 'Title', lang: 'mk'}]
  })
  expect(rendered?.running['head.hbs']).toMatchObject({
    children: [{children: [{tagName: 'span', properties: {lang: 'mk'}, position: {start: {line: 1, column: 1}}}]}]
  })
})

test('a tree without such values stays the one that other documents share', () => {
  const tree = {type: 'root' as const, children: [{type: 'text' as const, value: '12'}]}
  expect(markLanguages(tree, [{value: '12', lang: 'mk'}])).toBe(tree)
})

test('signs in a value mean themselves', () => {
  const value = 'C++ (a|b) [c]. $1-2'
  expect(
    filled(`<p>{{params.place}}!</p>`, {data: {params: {place: value}}, foreign: [{value, lang: 'en'}]}).html
  ).toBe(`<p><span lang="en">${value}</span>!</p>`)
})
