import {describe, expect, test} from 'vitest'
import {loadProject, loadPublication} from '../../../src/config.ts'
import {merge} from '../../../src/template/merge.ts'
import {diagnosed} from '../../helpers/diagnosed.ts'
import {memoryWorld} from '../../helpers/memory-world.ts'

/** Messages about gatefold.yml with this text. */
function project(text: string | Uint8Array): string[] {
  return diagnosed((report) => loadProject(memoryWorld({'gatefold.yml': text}), report)).lines
}

/** Publication `iom` of a project, and the messages about it. */
function publication(text: string, more: Record<string, string> = {}) {
  const world = memoryWorld({
    'gatefold.yml':
      'source: mk\nlanguages: [mk, en]\nformats: [brochure, word]\nparameters: {a: 1, deep: {b: 2, c: [3]}}\n',
    'content/iom/publication.yml': text,
    ...more
  })
  return diagnosed((report) => {
    const loaded = loadProject(world, report)
    return loaded && loadPublication({world, project: loaded, report}, 'iom')
  })
}

describe('gatefold.yml', () => {
  test.each([
    ['', 'config-invalid gatefold.yml:1:1 Missing key `source`, expected a BCP 47 language tag such as `mk`'],
    ['source: mk\nlangages: [mk]', 'config-invalid gatefold.yml:2:1 Unexpected key `langages`, expected `languages`'],
    [
      'source: mk\nlanguages: mk',
      'config-invalid gatefold.yml:2:12 Unexpected text `mk` at `languages`, expected a list of language tags'
    ],
    [
      'source: Macedonian',
      'config-invalid gatefold.yml:1:9 Unexpected text `Macedonian` at `source`, expected a BCP 47 language tag in its usual case, such as `mk` or `sr-Latn`'
    ],
    [
      'source: sr-latn',
      'config-invalid gatefold.yml:1:9 Unexpected text `sr-latn` at `source`, expected a BCP 47 language tag in its usual case, such as `mk` or `sr-Latn`'
    ],
    [
      'source: mk\nschedule: daily',
      'config-invalid gatefold.yml:2:11 Unexpected text `daily` at `schedule`, expected a cron line of five fields, such as `0 5 * * 1`'
    ],
    [
      'source: mk\nrules:\n  image-al: off',
      'config-invalid gatefold.yml:3:3 Unexpected key `image-al`, expected `image-alt`'
    ],
    [
      'source: mk\nrules: {overset: fatal}',
      'config-invalid gatefold.yml:2:18 Unexpected text `fatal` at `rules.overset`, expected `error`, `warning` or `off`'
    ],
    [
      'source: mk\nfallback: {not a tag: [en]}',
      'config-invalid gatefold.yml:2:12 Unexpected key `not a tag`, expected a BCP 47 language tag in its usual case, such as `mk` or `sr-Latn`'
    ],
    [
      'source: mk\nformats: [../x]',
      'config-invalid gatefold.yml:2:11 Unexpected text `../x` at `formats.0`, expected a name of letters, digits, `-`, `_` and `.`'
    ],
    ['- mk', 'config-invalid gatefold.yml:1:1 Unexpected list, expected a mapping'],
    ['source: mk\nsource: en', 'yaml-invalid gatefold.yml:2:1 Map keys must be unique'],
    ['source: !!js/function x', 'yaml-invalid gatefold.yml:1:9 Unresolved tag: tag:yaml.org,2002:js/function']
  ])('%j', (text, message) => {
    expect(project(text)).toEqual([message])
  })

  test('a missing file, and one that is not UTF-8', () => {
    expect(diagnosed((report) => loadProject(memoryWorld({}), report)).lines).toEqual([
      'config-missing gatefold.yml Unexpected folder without gatefold.yml, expected a project'
    ])
    expect(project(new Uint8Array([0x73, 0xff, 0xfe]))).toEqual([
      'file-encoding gatefold.yml:1:1 Unexpected bytes, expected text in UTF-8'
    ])
  })

  test('aliases that would grow without bound', () => {
    const lines = ['a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]']
    for (const [from, to] of ['ab', 'bc', 'cd', 'de']) lines.push(`${to}: &${to} [${Array(10).fill(`*${from}`)}]`)
    expect(project(lines.join('\n'))).toEqual([
      'yaml-invalid gatefold.yml:1:1 Unexpected number of aliases, expected no more than 100'
    ])
  })

  test('what it says, and what it leaves to the defaults', () => {
    const world = memoryWorld({
      'gatefold.yml': 'source: mk\nschedule: "0  5 * * 1"\nrules: {overset: warning, image-alt: off}'
    })
    expect(diagnosed((report) => loadProject(world, report))).toMatchObject({
      lines: [],
      result: {
        source: 'mk',
        languages: ['mk'],
        fallback: {},
        template: 'base',
        formats: [],
        schedule: '0 5 * * 1',
        rules: {overset: 'warning', 'image-alt': 'off'},
        parameters: {},
        parametersFile: 'gatefold.yml',
        parametersPath: [],
        overrides: {}
      }
    })
  })
})

describe('publication.yml', () => {
  test('inherits: maps merge deeply, lists replace', () => {
    const {result, lines} = publication(
      'formats: [web]\nparameters: {deep: {c: [4]}}\neditions:\n  day: {template: event, parameters: {a: 5}}'
    )
    expect(lines).toEqual([])
    expect(result?.editions).toMatchObject([
      {
        name: null,
        template: 'base',
        languages: ['mk', 'en'],
        formats: ['web'],
        parameters: {a: 1, deep: {b: 2, c: [4]}}
      },
      {
        name: 'day',
        template: 'event',
        formats: ['web'],
        parametersPath: ['editions', 'day', 'parameters'],
        parameters: {a: 5, deep: {b: 2, c: [4]}}
      }
    ])
  })

  test('an empty file inherits everything', () => {
    expect(publication('').result?.editions).toMatchObject([
      {name: null, formats: ['brochure', 'word'], parametersFile: 'gatefold.yml'}
    ])
  })

  test('parameters from a file of its folder', () => {
    const {result, lines} = publication('parameters: data/iom.yml', {'content/iom/data/iom.yml': 'staff: 12'})
    expect(lines).toEqual([])
    expect(result?.editions[0]).toMatchObject({
      parameters: {a: 1, staff: 12},
      parametersFile: 'content/iom/data/iom.yml',
      parametersPath: []
    })
  })

  test.each([
    [
      'parameters: data/no.yml',
      'file-missing content/iom/publication.yml:1:13 Unexpected missing file `data/no.yml`, expected a YAML file of parameters'
    ],
    [
      'parameters: data/list.yml',
      'data-invalid content/iom/data/list.yml:1:1 Unexpected list, expected a mapping of parameters'
    ],
    [
      'parameters: ../../../secret.yml',
      'file-outside content/iom/publication.yml:1:13 Unexpected path `../secret.yml` out of the project'
    ],
    [
      'langages: [mk]',
      'publication-invalid content/iom/publication.yml:1:1 Unexpected key `langages`, expected `languages`'
    ],
    [
      'editions:\n  day:\n    fromats: [x]',
      'publication-invalid content/iom/publication.yml:3:5 Unexpected key `fromats`, expected `formats`'
    ],
    [
      'editions: {a/b: {}}',
      'publication-invalid content/iom/publication.yml:1:12 Unexpected key `a/b`, expected a name of letters, digits, `-`, `_` and `.`'
    ],
    [
      'formats: brochure',
      'publication-invalid content/iom/publication.yml:1:10 Unexpected text `brochure` at `formats`, expected a list of format names'
    ],
    [
      'parameters: 5',
      'publication-invalid content/iom/publication.yml:1:13 Unexpected number `5` at `parameters`, expected a mapping, or the path of a YAML file that holds one'
    ],
    [
      'overrides: {sq: {trifold: {style: {}}}}',
      'publication-invalid content/iom/publication.yml:1:28 Unexpected key `style`, expected `styles`'
    ],
    [
      'overrides: {sq: {trifold: {breaks: [{keep: a, page: b}]}}}',
      'publication-invalid content/iom/publication.yml:1:37 Unexpected mapping at `overrides.sq.trifold.breaks.0`, expected one of `line`, `keep`, `whole`, `column`, `panel` and `page`'
    ],
    [
      'a: [',
      'yaml-invalid content/iom/publication.yml:1:5 Flow sequence in block collection must be sufficiently indented and end with a ]'
    ]
  ])('%j', (text, message) => {
    const {result, lines} = publication(text, {'content/iom/data/list.yml': '- 1'})
    expect(lines).toEqual([message])
    expect(result).toBeUndefined()
  })
})

test('merging gives no key of a file a meaning of its own', () => {
  const merged = merge({a: 1}, JSON.parse('{"__proto__": {"polluted": true}}'))
  expect(Object.keys(merged)).toEqual(['a', '__proto__'])
  expect('polluted' in {}).toBe(false)
})
