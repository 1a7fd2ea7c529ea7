import {defineConfig} from 'vitest/config'

// All cores: the default leaves one to the watcher. Some tests start the program, pandoc or veraPDF: a busy machine may
// take its time, and no test is about speed.
export default defineConfig({test: {maxWorkers: '100%', testTimeout: 60_000, hookTimeout: 120_000}})
