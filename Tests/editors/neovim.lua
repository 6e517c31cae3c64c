-- Runs in a headless Neovim with the program as its language server: opens an article, sees diagnostics, applies a
-- code action, edits, sees the diagnostics change, saves.
--     STET=.build/release/stet nvim --headless -u NONE -l, or before 0.9: +'luafile Tests/editors/neovim.lua'
local stet = assert(os.getenv('STET'), 'STET names the program')
local folder = vim.fn.tempname()
vim.fn.mkdir(folder, 'p')

local function check(what, holds)
  if holds then
    print('ok: ' .. what .. '\n')
  else
    io.stderr:write('FAILED: ' .. what .. '\n')
    vim.cmd('cquit 1')
  end
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, diagnostic.code or diagnostic.user_data.lsp.code)
  end
  table.sort(found)
  return table.concat(found, ' ')
end

-- Waits for diagnostics; ten seconds are plenty.
local function see(expected)
  vim.wait(10000, function() return codes() == expected end, 10)
  check(('diagnostics are “%s” (found “%s”)'):format(expected, codes()), codes() == expected)
end

local path = folder .. '/article.md'
local file = assert(io.open(path, 'w'))
file:write('# Harbour\n\nThe the 🏛️ cranes  came on Monday. They recieve visitors.\n')
file:close()

vim.cmd('edit ' .. path)
local client = vim.lsp.start_client({ name = 'stet', cmd = { stet, 'lsp' }, root_dir = folder })
check('the server starts', client ~= nil and vim.lsp.buf_attach_client(0, client))
see('double-space doubled-word unknown-word')

-- Columns come out right behind a character of several units.
for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
  local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
  local text = line:sub(diagnostic.col + 1, diagnostic.end_col)
  if diagnostic.message:find('ecieve') then check('the range is that of the word: ' .. text, text == 'recieve') end
end

-- Asks for the actions at a place; applies the first whose title matches.
local function apply(line, column, pattern)
  local position = { line = line, character = column }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = position, ['end'] = position },
    context = { diagnostics = {} },
  }, 10000)
  for _, action in ipairs(answers[client].result or {}) do
    if action.title:find(pattern) then
      if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16') end
      if action.command then vim.lsp.buf.execute_command(action.command) end
      return true
    end
  end
  return false
end

check('the doubled word has a fix', apply(2, 5, '^Delete'))
see('double-space unknown-word')
check('the line reads right', vim.api.nvim_buf_get_lines(0, 2, 3, true)[1]:find('^The 🏛️') ~= nil)

vim.api.nvim_buf_set_lines(0, 2, 3, true, { 'The cranes came on Monday. They recieve visitors.' })
see('unknown-word')

vim.cmd('silent write')
check('the word can go into the house dictionary', apply(2, 33, '^Add'))
see('')
check('the dictionary is there', vim.fn.readfile(folder .. '/stet.dic')[1] == 'recieve')

local hover = vim.lsp.buf_request_sync(0, 'textDocument/codeLens',
  { textDocument = vim.lsp.util.make_text_document_params() }, 10000)
check('the lens counts', hover[client].result[1].command.title == 'Stet: nothing found')

vim.lsp.stop_client(client)
vim.wait(5000, function() return vim.lsp.get_client_by_id(client) == nil end, 10)
check('the server ends when it is asked to', vim.lsp.get_client_by_id(client) == nil)
vim.fn.delete(folder, 'rf')
print('Neovim: all is as it should be\n')
vim.cmd('qall!')
