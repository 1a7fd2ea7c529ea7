import {defineCommand, exit} from './command.ts'

export default defineCommand({usage: ['status'], about: '', options: [], run: async () => exit.usage})
