// A TCP relay on loopback that behaves like a NAT: a flow that is idle too long is forgotten without a word, no FIN, no RST; whatever comes later vanishes.
// It can also hold traffic back for a while, as a dead link does whose packets TCP sends again later. Times are milliseconds.
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface RelayOptions {
  /** The port of the real server. */
  readonly to: number;
  /** Absent: nothing is ever forgotten. */
  readonly idleTimeout?: number;
}

/** A running relay. */
export interface Relay {
  readonly port: number;
  /** Nothing gets through from now on, in either direction; given back by `restore`. */
  readonly breakLink: () => void;
  /** What was held back goes on its way. */
  readonly restore: () => void;
  /** Whether a flow was forgotten. */
  readonly forgot: () => boolean;
  /** When bytes last came from the client, by performance.now(). */
  readonly lastFromClient: () => number;
  readonly close: () => Promise<void>;
}

/** Listens on a free port. */
export async function startRelay({ to, idleTimeout }: RelayOptions): Promise<Relay> {
  const sockets = new Set<Socket>();
  const flows: Flow[] = [];
  const state = { broken: false, lastFromClient: 0 };
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    flows.push(flow(client, upstream, state, idleTimeout));
  });
  const port = await listening(server);
  return {
    port,
    breakLink: () => {
      state.broken = true;
    },
    restore: () => {
      state.broken = false;
      for (const one of flows) one.release();
    },
    forgot: () => flows.some((one) => one.forgotten()),
    lastFromClient: () => state.lastFromClient,
    close: () =>
      new Promise((resolve) => {
        for (const one of flows) one.end();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

interface Flow {
  readonly release: () => void;
  readonly forgotten: () => boolean;
  readonly end: () => void;
}

function flow(
  client: Socket,
  upstream: Socket,
  state: { broken: boolean; lastFromClient: number },
  idleTimeout: number | undefined,
): Flow {
  let forgotten = false;
  let timer: NodeJS.Timeout | undefined;
  const held: (() => void)[] = [];
  const refresh = () => {
    if (idleTimeout === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      forgotten = true;
    }, idleTimeout);
  };
  const pass = (act: () => void) => {
    if (forgotten) return;
    if (state.broken) {
      held.push(act);
      return;
    }
    refresh();
    act();
  };
  client.on('data', (bytes) =>
    pass(() => {
      state.lastFromClient = performance.now();
      upstream.write(bytes);
    }),
  );
  upstream.on('data', (bytes) => pass(() => client.write(bytes)));
  client.on('end', () => pass(() => upstream.end()));
  upstream.on('end', () => pass(() => client.end()));
  refresh();
  return {
    release: () => {
      for (const act of held.splice(0)) pass(act);
    },
    forgotten: () => forgotten,
    end: () => clearTimeout(timer),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}
