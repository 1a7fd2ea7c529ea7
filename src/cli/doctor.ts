import {Diagnostics} from '../diagnostic.ts'
import {packNames} from '../template/layers.ts'
import {loadPack} from '../template/pack.ts'
import type {Brand} from '../theme/brand.ts'
import {version} from '../version.ts'
import {diskWorld, type World} from '../world.ts'
import {defineCommand, exit} from './command.ts'
import {settingOf, takesWords} from './setting.ts'

/** The oldest Node that the program runs on: `engines` in package.json. */
const oldestNode = [20, 19] as const

const shaper = 'npm:harfbuzzjs/dist/harfbuzz.wasm'

/** Conditions of PDF/UA-1 that only a person can judge (Matterhorn Protocol 1.1, "human" checkpoints). */
const forPeople = [
  'Headings, lists and tables are what they say they are, and in the order in which they should be read.',
  'A picture’s description says what the picture tells; what is marked decorative tells nothing.',
  'A header cell names what its row or column holds.',
  'The text of a link says where it leads.',
  'A passage in another language is marked as that language.',
  'Nothing is told by colour, size or place alone.'
]

export default defineCommand({
  usage: ['doctor'],
  about: 'Show what this machine has of what a build needs, and what no machine can check.',
  options: ['project'],
  async run(args, terminal) {
    takesWords(args, 0)
    const world = diskWorld(settingOf(args, terminal).project)
    const checks = [nodeCheck(), unicodeCheck(), shaperCheck(world), ...packChecks(world)]

    terminal.out(`gatefold ${version}\n`)
    for (const {sound, text} of checks) terminal.out(`${sound ? 'ok     ' : 'missing'} ${text}\n`)
    terminal.out('\nFor a person to check in every PDF (PDF/UA-1):\n')
    for (const line of forPeople) terminal.out(`- ${line}\n`)
    return checks.every(({sound}) => sound) ? exit.done : exit.failed
  }
})

interface Check {
  sound: boolean
  text: string
}

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const sound = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
  return {sound, text: `Node ${process.versions.node}, ${oldestNode.join('.')} or newer is needed`}
}

function unicodeCheck(): Check {
  const {icu, unicode} = process.versions
  return {sound: icu !== undefined, text: `ICU ${icu ?? 'none'}, Unicode ${unicode ?? 'none'}`}
}

function shaperCheck(world: World): Check {
  return {sound: world.read(shaper) !== undefined, text: 'HarfBuzz, which shapes the letters of every script'}
}

function packChecks(world: World): Check[] {
  return packNames(world).flatMap((name) => {
    const {list, report} = new Diagnostics()
    const pack = loadPack(world, name, report)
    const faults = list.map(({reason}) => ({sound: false, text: `pack ${name}: ${reason}`}))
    return [...faults, ...(pack ? [fontCheck(world, name, pack.brand)] : [])]
  })
}

function fontCheck(world: World, pack: string, {faces}: Brand): Check {
  const missing = faces.filter(({path}) => world.read(path) === undefined)
  const families = [...new Set(faces.map(({family}) => family))]
  if (missing.length === 0) return {sound: true, text: `pack ${pack}: ${faces.length} faces of ${families.join(', ')}`}
  return {sound: false, text: `pack ${pack}: ${missing.map(({path}) => path).join(', ')}`}
}
