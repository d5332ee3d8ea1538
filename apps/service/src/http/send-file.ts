import { Readable } from 'node:stream';
import type { NotedFile } from '@callstitch/application';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.js';
import { errorBody } from './error-body.js';

const MICROSECONDS_PER_MILLISECOND = 1_000;

/** Sends a file, or the part of it that is asked for; a client that has it already is told so. */
export async function sendFile(file: NotedFile, type: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  try {
    await send(file, type, request, reply);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function send(file: NotedFile, type: string, { headers, method }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { size, fileName } = file;
  const modified = new Date(file.modifiedAt / MICROSECONDS_PER_MILLISECOND);
  const etag = `"${size.toString(16)}-${modified.getTime().toString(16)}"`;
  const disposition = headers.range === undefined ? 'attachment' : 'inline';
  void reply.headers({
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
    'content-disposition': `${disposition}; filename=${fileName}`,
    etag,
    'last-modified': modified.toUTCString(),
  });
  const range = byteRange(headers.range, size);
  if (headers['if-none-match'] === etag || isUnchanged(headers, modified)) {
    await file.close();
    await reply.status(304).send();
  } else if (range === 'unsatisfiable') {
    await file.close();
    const body = errorBody('range-not-satisfiable', 'The file has no such bytes');
    await reply.status(416).header('content-range', `bytes */${size}`).send(body);
  } else {
    const { from, until } = range ?? { from: 0, until: size };
    if (range !== null) void reply.status(206).header('content-range', `bytes ${from}-${until - 1}/${size}`);
    void reply.header('content-type', type).header('content-length', until - from);
    if (method === 'HEAD') {
      await file.close();
      await reply.send('');
    } else {
      await reply.send(Readable.from(closing(file, await file.stream(from, until)), { objectMode: false }));
    }
  }
}

function isUnchanged(headers: FastifyRequest['headers'], modified: Date): boolean {
  const since = Date.parse(headers['if-modified-since'] ?? '');
  const seconds = (ms: number): number => Math.floor(ms / 1_000);
  return headers['if-none-match'] === undefined && !Number.isNaN(since) && seconds(modified.getTime()) <= seconds(since);
}

async function* closing(file: NotedFile, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    await file.close();
  }
}
