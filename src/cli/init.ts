import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['init'], about: '', options: [], run: async () => exit.usage})
