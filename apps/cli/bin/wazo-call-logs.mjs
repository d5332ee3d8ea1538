#!/usr/bin/env node
import '../dist/wazo-main.js';
