/** The bundle: one folder of flat chunks, engines in chunks of their own that load when they are first needed. */
import {rm} from 'node:fs/promises'
import {build} from 'esbuild'

const folder = 'dist'

// Packages written for CommonJS call `require` for Node's own modules.
const require =
  "import {createRequire as __createRequire} from 'node:module';const require = __createRequire(import.meta.url);"

const options = {
  entryPoints: {cli: 'src/cli/bin.ts', worker: 'src/build/worker.ts', index: 'src/index.ts'},
  outdir: folder,
  bundle: true,
  splitting: true,
  // World finds the program's own files one level above the chunk it is in.
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Its WebAssembly lies beside it and is read through World.
  external: ['harfbuzzjs'],
  banner: {js: require},
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning'
}

// Chunks of an earlier bundle go only once the sources are known to be sound.
await build({...options, write: false})
await rm(folder, {recursive: true, force: true})
await build(options)
