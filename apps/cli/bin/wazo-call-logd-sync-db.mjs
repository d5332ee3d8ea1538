#!/usr/bin/env node
import '../dist/wazo-sync-main.js';
