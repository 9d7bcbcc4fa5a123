import { describe, expect, it } from 'vitest'
import { openRoutes, routes } from '../../web/router/routes.ts'
import { assetPages } from './asset-pages.ts'
import { lookAt } from './harness/look-at.ts'
import { pages } from './pages.ts'
import { supplierPages } from './supplier-pages.ts'

const states = [...pages, ...assetPages, ...supplierPages]

describe('the list of pages', () => {
  it('holds every address of the web', () => {
    const listed = new Set(states.map(({ route }) => route))
    const all = [...routes, ...openRoutes].map(({ path }) => path)
    expect(all.filter((path) => !listed.has(path))).toEqual([])
    expect([...listed].filter((path) => path && !all.includes(path))).toEqual([])
  })

  it('holds at least forty states', () => expect(states.length).toBeGreaterThanOrEqual(40))
})

lookAt(pages)
