import type {Project} from '../config.ts'
import {UsageError} from './args.ts'
import {defineCommand, exit} from './command.ts'
import {writeNew} from './files.ts'
import {openProject} from './project.ts'
import {settingOf, takesWords, unknownWord} from './setting.ts'
import {schemaOf} from './starter.ts'

export default defineCommand({
  usage: ['new publication NAME'],
  about: 'Start a publication: content/NAME with its publication.yml and a text in the source language.',
  options: ['project', 'quiet'],
  async run(args, terminal) {
    takesWords(args, 2)
    const [kind = '', name = ''] = args.positionals
    if (kind !== 'publication') throw unknownWord('new', kind, ['publication'])
    if (name === '') throw new UsageError('Missing name, expected `gatefold new publication NAME`')
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) {
      throw new UsageError(`Unexpected name \`${name}\`, expected letters, digits, \`-\`, \`_\` and \`.\``)
    }
    const {project: folder} = settingOf(args, terminal)
    const project = await openProject(folder, terminal)
    if (!project) return exit.usage
    await writeNew(folder, publication(name, project), args.flag('quiet') ? () => {} : terminal.err)
    return exit.done
  }
})

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
