/** Files below output/: written whole or not at all. */
import {mkdir, open, readdir, rename, rm, rmdir} from 'node:fs/promises'
import {dirname, join, resolve, sep} from 'node:path'

/** Distinguishes the temporary files of one process. */
let count = 0

/** Write `bytes` to `path` below the folder `output`: a temporary file beside it, fsync, rename. */
export async function writeWhole(output: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = below(output, path)
  await mkdir(dirname(file), {recursive: true})
  const temporary = join(dirname(file), `.gatefold-${process.pid}-${count++}.tmp`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}

/** Remove the file `path` below `output`, and the folders that it leaves empty. */
export async function removeFile(output: string, path: string): Promise<void> {
  const file = below(output, path)
  await rm(file, {force: true})
  for (let folder = dirname(file); folder.startsWith(resolve(output) + sep); folder = dirname(folder)) {
    const names = await readdir(folder).catch(() => undefined)
    if (names?.length !== 0) return
    await rmdir(folder)
  }
}

/** A manifest is a file that anyone may have edited: what it names stays below `output`. */
function below(output: string, path: string): string {
  const root = resolve(output)
  const file = resolve(root, path)
  if (!file.startsWith(root + sep)) throw new Error(`Unexpected path \`${path}\` out of the output folder`)
  return file
}
