/** The public names, of the one script that the commands run too. */
import type * as names from '../index.ts'
import {loadCode} from './code.ts'

const {program} = loadCode({cache: false})

export const {build, compile, diskWorld, plan, rules, version}: typeof names = await program.names()
