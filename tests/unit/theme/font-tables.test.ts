import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {expect, test} from 'vitest'
import {fontNames} from '../../../src/writers/docx/embed/font-names.ts'
import {readSfnt} from '../../../src/writers/pdf/engine/sfnt.ts'
import {nameRecords} from '../../helpers/font-names.ts'

const {resolve} = createRequire(import.meta.url)
const font = readFileSync(resolve('@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'))

test('names of an odd number of bytes end before the odd one', () => {
  const odd = Buffer.from(font)
  for (const {lengthAt} of nameRecords(odd)) odd.writeUInt16BE(odd.readUInt16BE(lengthAt) - 1, lengthAt)
  expect([fontNames(font), readSfnt(font).postScriptName]).toEqual([
    {family: 'Noto Sans Hebrew', face: 'Regular'},
    'NotoSansHebrew-Regular'
  ])
  expect([fontNames(odd), readSfnt(odd).postScriptName]).toEqual([
    {family: 'Noto Sans Hebre', face: 'Regula'},
    'NotoSansHebrew-Regula'
  ])
})
