import type { FastifyInstance } from 'fastify';

/** Remembers which paths are known by which methods, so that a wrong method can be told from a wrong path. */
export class KnownRoutes {
  private readonly routes: { readonly path: RegExp; readonly method: string }[] = [];

  /** Call it before routes are made. */
  listen(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const path = new RegExp(`^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
      for (const one of [method].flat()) this.routes.push({ path, method: one });
    });
  }

  /** The methods of a URL's path; none for a path that nobody knows. */
  methodsOf(url: string): readonly string[] {
    const [path = ''] = url.split('?');
    return [...new Set(this.routes.filter((route) => route.path.test(path)).map(({ method }) => method))].sort();
  }
}
