import {expect, test} from 'vitest'
import * as api from '../src/index.ts'

test('the public names, all of them', () => {
  expect(Object.keys(api).sort()).toEqual(['build', 'compile', 'diskWorld', 'plan', 'rules', 'version'])
})
