import type { ComponentChildren, JSX } from 'preact'
import { momentText } from '../text/format.ts'

export interface Post {
  id: string
  who: string
  role?: string
  at: string
  text: string
  mark?: ComponentChildren
}

/** Posts under each other on mist; children (a field, buttons) come as the last one. */
export function Thread({ posts, children }: { posts: readonly Post[]; children?: ComponentChildren }): JSX.Element {
  return (
    <div class="fk-thread">
      {posts.map((post) => (
        <article key={post.id}>
          <header>
            <b>{post.who}</b>
            {post.role && <span>{post.role}</span>}
            <time dateTime={post.at}>{momentText(post.at)}</time>
            {post.mark}
          </header>
          <p class="fk-pre">{post.text}</p>
        </article>
      ))}
      {children && <article>{children}</article>}
    </div>
  )
}
