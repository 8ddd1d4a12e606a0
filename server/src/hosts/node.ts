// The server as a process: over stdio, IPC, a pipe or a socket, as the command line says.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/start-server';
import { nodeFileSystem } from './node-file-system';
import { nodeSshd } from './node-sshd';

const rulePages = new URL('rules/', import.meta.url).href;

startServer(createConnection(ProposedFeatures.all), { files: nodeFileSystem, sshd: nodeSshd(), rulePages });
