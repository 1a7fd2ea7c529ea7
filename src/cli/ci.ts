import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../build/outputs.ts'
import {UsageError} from './args.ts'
import {github, gitlab, type Workflow} from './ci-files.ts'
import {defineCommand, exit} from './command.ts'
import {openProject} from './project.ts'
import {settingOf, takesWords, unknownWord} from './setting.ts'

const services = {github, gitlab} as const

export default defineCommand({
  usage: ['ci github', 'ci gitlab'],
  about:
    'Write a workflow that checks and builds on each change and on the schedule of gatefold.yml, and keeps output/.\n' +
    'A workflow that this command wrote before is brought up to date; any other file is left alone.',
  options: ['project', 'quiet'],
  async run(args, terminal) {
    takesWords(args, 1)
    const [name = ''] = args.positionals
    if (!isService(name)) throw unknownWord('ci', name, Object.keys(services))
    const {project: folder} = settingOf(args, terminal)
    const project = await openProject(folder, terminal)
    if (!project) return exit.usage

    const {path, text, advice} = services[name]({schedule: project.schedule, installed: isInstalled(folder)})
    await replaceOwn(folder, path, text)
    if (!args.flag('quiet')) terminal.err(`${path} written\n${advice}`)
    return exit.done
  }
})

function isService(name: string): name is keyof typeof services {
  return Object.hasOwn(services, name)
}

/** Tell whether the project's package.json installs this program. */
function isInstalled(folder: string): boolean {
  const file = join(folder, 'package.json')
  return existsSync(file) && /"gatefold"\s*:/.test(readFileSync(file, 'utf8'))
}

async function replaceOwn(folder: string, path: string, text: Workflow['text']): Promise<void> {
  const file = join(folder, path)
  const [mark = ''] = text.split('\n', 1)
  if (existsSync(file) && !readFileSync(file, 'utf8').startsWith(mark)) {
    throw new UsageError(`Unexpected file \`${path}\`, expected none, or one that this command wrote`)
  }
  await writeWhole(folder, path, new TextEncoder().encode(text))
}
