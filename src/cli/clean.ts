import {manifestPath, readManifest} from '../build/manifest.ts'
import {removeFile} from '../build/outputs.ts'
import {defineCommand, exit} from './command.ts'
import {outputOf, settingOf, takesWords} from './setting.ts'

export default defineCommand({
  usage: ['clean'],
  about: 'Remove the documents that the manifest of the output folder lists, and the manifest. Other files stay.',
  options: ['project', 'output', 'quiet'],
  async run(args, terminal) {
    takesWords(args, 0)
    const output = outputOf(args, terminal, settingOf(args, terminal))
    const artifacts = readManifest(output)
    for (const {path} of artifacts) await removeFile(output, path)
    await removeFile(output, manifestPath)
    const {plural} = await import('./reporter.ts')
    if (!args.flag('quiet')) terminal.err(`${plural(artifacts.length, 'document')} removed\n`)
    return exit.done
  }
})
