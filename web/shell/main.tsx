import type { ComponentChildren } from 'preact'

interface MainProps {
  /** `md` for those who come once a year, `sm` for those who work here all day. */
  size?: 'md' | 'sm'
  wide?: boolean
  /** What stands between the top bar and the page, such as a draft's bar. */
  bar?: ComponentChildren
  children: ComponentChildren
}

/** The page's main landmark, which the skip link leads to. */
export function Main({ size = 'md', wide = false, bar, children }: MainProps) {
  return (
    <>
      {bar}
      <main id="innehall" tabIndex={-1} data-size={size}>
        <div class="fk-wrap" {...(wide ? { 'data-wide': '' } : {})}>
          {children}
        </div>
      </main>
    </>
  )
}
