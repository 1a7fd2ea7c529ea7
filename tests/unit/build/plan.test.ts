import {describe, expect, test} from 'vitest'
import {everything, plan} from '../../../src/build/plan.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

const files = {
  'gatefold.yml':
    'source: mk\nlanguages: [mk, en]\nformats: [brochure, word]\nfallback: {en: [fr]}\nrules: {overset: warning}\n',
  'content/iom/publication.yml':
    'editions:\n  day: {template: event, languages: [en], formats: [flyer]}\noverrides: {en: {word: {styles: {body: {size: 9}}}}}\nomit: {word: [.quote]}\n',
  'content/news/publication.yml': 'formats: [web]\n',
  'content/shared/contact/mk.md': 'Contact\n'
}

/** Paths of the jobs that the filters keep, and what was wrong with them. */
async function planned(filters: Partial<typeof everything> = {}, more: Record<string, string> = {}) {
  const {jobs, usage, diagnostics} = await plan(memoryWorld({...files, ...more}), {...everything, ...filters})
  return {paths: jobs.map(({path}) => path), usage, reasons: diagnostics.map(({reason}) => reason)}
}

test('publications, editions, languages and formats in order; a folder without publication.yml is none', async () => {
  expect((await planned()).paths).toEqual([
    'iom/mk/iom-brochure',
    'iom/mk/iom-word',
    'iom/en/iom-brochure',
    'iom/en/iom-word',
    'iom-day/en/iom-day-flyer',
    'news/mk/news-web',
    'news/en/news-web'
  ])
})

test('a job carries everything that the files say about it', async () => {
  const {jobs} = await plan(memoryWorld(files), {...everything, publications: ['iom'], lang: ['en'], format: ['word']})
  expect(jobs).toEqual([
    {
      publication: 'iom',
      edition: null,
      record: null,
      lang: 'en',
      source: 'mk',
      fallback: ['fr'],
      format: 'word',
      template: 'base',
      parameters: {},
      parametersFile: 'content/iom/publication.yml',
      parametersPath: [],
      places: expect.anything(),
      overrides: {word: {styles: {body: {size: 9}}}},
      omit: {word: ['.quote']},
      rules: {overset: 'warning'},
      path: 'iom/en/iom-word'
    }
  ])
})

test('a job knows where its format, language, template and omissions were said', async () => {
  const {jobs} = await plan(memoryWorld(files), {...everything, edition: ['day']})
  const {omit, ...places} = jobs[0]?.places ?? {}
  const lines = Object.entries({...places, omit: omit?.word?.[0] ?? {}}).map(([key, {file, position}]) => {
    return [key, file, position && 'start' in position ? position.start.column : undefined]
  })
  expect(lines).toEqual([
    ['template', 'content/iom/publication.yml', 19],
    ['overrides', 'content/iom/publication.yml', 17],
    ['format', 'content/iom/publication.yml', 53],
    ['lang', 'content/iom/publication.yml', 38],
    ['omit', 'content/iom/publication.yml', 15]
  ])
})

describe('filters', () => {
  test('keep what all of them name', async () => {
    expect((await planned({publications: ['iom'], lang: ['en'], format: ['word', 'flyer']})).paths).toEqual([
      'iom/en/iom-word',
      'iom-day/en/iom-day-flyer'
    ])
    expect((await planned({edition: ['day']})).paths).toEqual(['iom-day/en/iom-day-flyer'])
  })

  test.each([
    [{publications: ['imo']}, 'Unexpected publication `imo`, expected one of `iom`, `news`'],
    [{publications: ['nws']}, 'Unexpected publication `nws`, expected `news`'],
    [{lang: ['ne']}, 'Unexpected language `ne`, expected one of `mk`, `en`'],
    [{format: ['borchure']}, 'Unexpected format `borchure`, expected `brochure`'],
    [{edition: ['dy']}, 'Unexpected edition `dy`, expected `day`'],
    [{record: ['1']}, 'Unexpected record `1`, expected none']
  ])('%j names what does not exist', async (filters, usage) => {
    expect(await planned(filters)).toEqual({paths: [], usage: [usage], reasons: []})
  })
})

test('a faulty publication has no jobs, the others have theirs', async () => {
  const {paths, usage, reasons} = await planned({format: ['web']}, {'content/iom/publication.yml': 'fromats: [web]\n'})
  expect(paths).toEqual(['news/mk/news-web', 'news/en/news-web'])
  expect(usage).toEqual([])
  expect(reasons).toEqual(['Unexpected key `fromats`, expected `formats`'])
})

test('two documents with one path: the second is reported and left out', async () => {
  const {paths, reasons} = await planned({lang: ['en']}, {'content/iom-day/publication.yml': 'formats: [flyer]\n'})
  expect(paths.filter((path) => path === 'iom-day/en/iom-day-flyer')).toHaveLength(1)
  expect(reasons).toEqual(['Unexpected second document `iom-day/en/iom-day-flyer`, expected one: `iom` makes it too'])
})

test('each record of a mail merge is a document of its own', async () => {
  const {jobs} = await plan(
    memoryWorld({
      'gatefold.yml': 'source: mk\n',
      'content/gala/publication.yml':
        'editions: {cards: {each: data/guests.csv, record: "{id}-{name}", formats: [card]}}\n',
      'content/gala/data/guests.csv': 'id,name\n7,Ана\n8,"Bo, Li"\n'
    })
  )
  expect(jobs.map(({path}) => path)).toEqual([
    'gala-cards/mk/7-Ана/gala-cards-card',
    'gala-cards/mk/8-Bo-Li/gala-cards-card'
  ])
  expect(jobs[1]?.record).toEqual({
    id: '8-Bo-Li',
    values: {id: '8', name: 'Bo, Li'},
    file: 'content/gala/data/guests.csv',
    line: 3
  })
})
