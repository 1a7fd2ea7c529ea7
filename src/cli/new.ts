import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['new'], about: '', options: [], run: async () => exit.usage})
