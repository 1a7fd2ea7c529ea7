import type {Project} from '../config.ts'
import {type Args, UsageError} from './args.ts'
import {defineCommand, exit, type Terminal} from './command.ts'
import {writeNew} from './files.ts'
import {newEvent} from './new-event.ts'
import {openProject} from './project.ts'
import {settingOf, takesWords, unknownWord} from './setting.ts'
import {schemaOf} from './starter.ts'

/** Where a new thing is made, and by what name. */
export interface NewThing {
  name: string
  folder: string
  project: Project
  args: Args
  terminal: Terminal
}

const kinds: Readonly<Record<string, (thing: NewThing) => Promise<number>>> = {
  publication: newPublication,
  event: newEvent
}

export default defineCommand({
  usage: ['new publication NAME', 'new event NAME [--from PACK] [--publication NAME]'],
  about: `Start a publication: content/NAME with its publication.yml and a text in the source language. Or an event: the
pack templates/NAME, which extends another, and an edition of a publication, with parameters to fill in.`,
  options: ['from', 'publication', 'project', 'quiet'],
  async run(args, terminal) {
    takesWords(args, 2)
    const [kind = '', name = ''] = args.positionals
    const make = kinds[kind]
    if (!make) throw unknownWord('new', kind, Object.keys(kinds))
    if (name === '') throw new UsageError(`Missing name, expected \`gatefold new ${kind} NAME\``)
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) {
      throw new UsageError(`Unexpected name \`${name}\`, expected letters, digits, \`-\`, \`_\` and \`.\``)
    }
    const {project: folder} = settingOf(args, terminal)
    const project = await openProject(folder, terminal)
    return project ? make({name, folder, project, args, terminal}) : exit.usage
  }
})

async function newPublication({name, folder, project, args, terminal}: NewThing): Promise<number> {
  for (const option of ['from', 'publication'] as const)
    if (args.text(option) !== undefined)
      throw new UsageError(`Unexpected option \`--${option}\` of a new publication, expected it of a new event`)
  await writeNew(folder, publication(name, project), args.flag('quiet') ? () => {} : terminal.err)
  return exit.done
}

function publication(name: string, {source, template, formats}: Project): Record<string, string> {
  return {
    [`content/${name}/publication.yml`]: `${schemaOf('publication')}
template: ${template}
formats: [${formats.join(', ')}]
`,
    [`content/${name}/${source}.md`]: `---
title: ${name}
---

:::lead
What this text is about, in a sentence or two.
:::

## First section

Write here.
`
  }
}
