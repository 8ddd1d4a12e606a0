// The check with the installed sshd as the server offers it: by command and on save, with the user told and older results taken back.
import { type Connection, type Diagnostic, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { type CheckWithSshdResult, TRUST_GRANTED } from './messages';
import { failureText, type Log, whileConnected } from './run-safe';
import { type CheckWithSshd, type SshdCheckEnvironment, sshdCheck } from './sshd-check';
import { sshdResults } from './sshd-results';

/** What the service is told of. */
export interface SshdEvents {
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  readonly saved: (uri: string) => Promise<void>;
}

export interface SshdService extends SshdEvents {
  /** Checks and tells the user. Never rejects. */
  readonly check: CheckWithSshd;
  readonly diagnosticsOf: (uri: string) => readonly Diagnostic[];
}

/** What the service needs from outside. */
export interface SshdServiceEnvironment extends Omit<SshdCheckEnvironment, 'trusted' | 'results'> {
  readonly trustedAtStart: boolean;
  /** Brings a file's diagnostics to the client. */
  readonly deliver: (uri: string) => Promise<void>;
  readonly log: Log;
}

const FAILED: CheckWithSshdResult = {
  verdict: 'unknown',
  message: 'The check with the installed sshd failed. The output of the server says why.',
  notes: [],
};

export function sshdService(connection: Connection, environment: SshdServiceEnvironment): SshdService {
  const { trustedAtStart, deliver, log, settingsOf } = environment;
  let trusted = trustedAtStart;
  connection.onNotification(TRUST_GRANTED, () => {
    trusted = true;
  });
  const results = sshdResults((uri) => void whileConnected(() => deliver(uri)));
  const run = sshdCheck({ ...environment, trusted: () => trusted, results });
  const check: CheckWithSshd = async (uri) => {
    try {
      return await run(uri);
    } catch (error) {
      log(failureText('check with the installed sshd', error));
      return FAILED;
    }
  };
  return {
    changed: results.changed,
    closed: results.closed,
    diagnosticsOf: results.of,
    check: async (uri) => {
      const result = await check(uri);
      await whileConnected(() => tell(connection, result));
      return result;
    },
    saved: async (uri) => {
      if (!trusted || !(await settingsOf(uri)).checkOnSave) return;
      const { verdict, message, notes } = await check(uri);
      // Who saves wants no message; a verdict shows in the diagnostics.
      if (verdict === 'unknown') log([message, ...notes].join(' '));
    },
  };
}

const TYPES: Readonly<Record<CheckWithSshdResult['verdict'], MessageType>> = {
  accepted: MessageType.Info,
  refused: MessageType.Error,
  unknown: MessageType.Warning,
};

function tell(connection: Connection, { verdict, message, notes }: CheckWithSshdResult): Promise<void> {
  const params = { type: TYPES[verdict], message: [message, ...notes].join(' ') };
  return connection.sendNotification(ShowMessageNotification.type, params);
}
