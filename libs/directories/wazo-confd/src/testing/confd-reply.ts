import type { DirectoryContent } from '@callstitch/application/testing';

interface Asked {
  readonly url: URL;
  readonly tenantUuid: string | string[] | undefined;
}

type Item = Readonly<Record<string, unknown>>;

/** What a healthy wazo-confd 1.1 says, as far as we ask it. A tenant that owns no context is one that it does not know. */
export function confdReply(content: DirectoryContent, { url, tenantUuid }: Asked): { readonly status: number; readonly body: unknown } {
  const [topic = '', id] = url.pathname.replace('/1.1/', '').split('/');
  const list = (content as unknown as Record<string, readonly Item[] | undefined>)[topic];
  if (list === undefined) return { status: 404, body: ['no such resource'] };
  if (id !== undefined) {
    const user = list.find(({ uuid }) => uuid === id);
    return user === undefined ? { status: 404, body: ['Resource Not Found'] } : { status: 200, body: user };
  }
  const tenantOf = (item: Item): unknown =>
    item['tenant_uuid'] ?? content.contexts.find(({ name }) => name === item['context'])?.['tenant_uuid'];
  if (tenantUuid !== undefined && !content.contexts.some((context) => context['tenant_uuid'] === tenantUuid)) {
    return { status: 401, body: { error_id: 'unauthorized-tenant' } };
  }
  const { limit, offset, recurse: _, ...search } = Object.fromEntries(url.searchParams);
  const found = list
    .filter((item) => tenantUuid === undefined || tenantOf(item) === tenantUuid)
    .filter((item) => Object.entries(search).every(([key, value]) => item[key] === value));
  const from = Number(offset ?? 0);
  return { status: 200, body: { items: found.slice(from, limit === undefined ? undefined : from + Number(limit)), total: found.length } };
}
